import { commandsIn, wordsOf } from "../shell"

it("joins continued lines and a quoted text of several lines, and drops comments", () => {
  const text = `npm test    # everything
# alone
curl -X POST http://a/b \\
  -H "A: $TOKEN" -d '{ "a": 1,
        "b": 2 }'`
  expect(commandsIn(text)).toEqual([
    "npm test",
    `curl -X POST http://a/b -H "A: $TOKEN" -d '{ "a": 1,\n        "b": 2 }'`,
  ])
})

it("hears words as a shell does", () => {
  const command = `curl http://a/$ID -H "A: $TOKEN" -d '{ "$x": "'"$ID"'" }'`
  expect(wordsOf(command, { ID: "7", TOKEN: "t k" })).toEqual([
    "curl",
    "http://a/7",
    "-H",
    "A: t k",
    "-d",
    '{ "$x": "7" }',
  ])
})

it("refuses a variable that has no value", () => {
  expect(() => wordsOf("curl http://a/$ID", {})).toThrow("No test gives $ID a value")
})
