import { composeLetter, type Letter } from "../letter"

const LETTER: Letter = {
  name: "Ewa",
  headline: "20 points are waiting",
  lines: ["1 May: 5 points", "2 May: 15 points"],
  notes: "Come by.",
  why: "You are a member.",
}

describe("a letter", () => {
  it("has a greeting, a headline, a list, notes and the reason for sending it", () => {
    expect(composeLetter(LETTER, "en-GB")).toEqual({
      subject: "20 points are waiting",
      text: [
        "Hello Ewa,",
        "20 points are waiting.",
        "- 1 May: 5 points\n- 2 May: 15 points",
        "Come by.",
        "You are a member.",
      ].join("\n\n"),
      html: [
        '<html lang="en"><body>',
        "<p>Hello Ewa,</p>",
        "<p><strong>20 points are waiting.</strong></p>",
        "<ul><li>1 May: 5 points</li><li>2 May: 15 points</li></ul>",
        "<p>Come by.</p>",
        "<p><small>You are a member.</small></p>",
        "</body></html>",
      ].join(""),
    })
  })

  it("leaves out what is empty", () => {
    const { text, html } = composeLetter({ ...LETTER, name: null, lines: [], notes: "" }, "pl-PL")
    expect(text).toBe("Dzień dobry!\n\n20 points are waiting.\n\nYou are a member.")
    expect(html).toBe(
      '<html lang="pl"><body><p>Dzień dobry!</p><p><strong>20 points are waiting.</strong></p>' +
        "<p><small>You are a member.</small></p></body></html>"
    )
  })

  it("escapes every part in HTML and none in the text", () => {
    const sly = `<b>"&'{name}`
    const escaped = "&lt;b&gt;&quot;&amp;&#39;{name}"
    const all = { name: sly, headline: sly, lines: [sly], notes: sly, why: sly }
    const { subject, text, html } = composeLetter(all, "de-DE")
    expect(subject).toBe(sly)
    expect(text).toBe([`Hello ${sly},`, `${sly}.`, `- ${sly}`, sly, sly].join("\n\n"))
    expect(html.split(escaped)).toHaveLength(6)
    expect(html).not.toContain("<b>")
  })
})
