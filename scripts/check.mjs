import { run } from "./bootstrap.mjs"

await run("check/main.ts")
