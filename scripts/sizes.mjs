import { run } from "./bootstrap.mjs"

await run("sizes/main.ts")
