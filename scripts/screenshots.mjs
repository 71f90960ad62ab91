import { run } from "./bootstrap.mjs"

await run("screenshots/main.ts")
