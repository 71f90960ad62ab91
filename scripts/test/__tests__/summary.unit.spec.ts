import { summaryOf } from "../summary"

describe("the summary of npm test", () => {
  it("lists a stage that only runs on request, and counts nothing for it", () => {
    const summary = summaryOf(
      [
        { name: "lint", passed: 0, failed: 0, time: "9.0 s" },
        { name: "unit", passed: 700, failed: 1, time: "20.0 s" },
      ],
      [{ name: "scale-out", onRequest: "it needs a Redis" }]
    )
    expect(summary.split("\n")).toEqual([
      "✓ lint      (9.0 s)",
      "✗ unit      700 passed, 1 failed (20.0 s)",
      "○ scale-out on request, npm test -- scale-out: it needs a Redis",
      "",
      "700 passed, 1 failed",
    ])
  })
})
