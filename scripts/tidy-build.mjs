import { run } from "./bootstrap.mjs"

await run("tidy-build/main.ts")
