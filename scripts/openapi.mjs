import { run } from "./bootstrap.mjs"

await run("openapi/main.ts")
