import { HttpClient, type Answer } from "../http"
import { wordsOf } from "./shell"

/** Where the docs' store is. */
const STORE = "http://localhost:9000"

/** What a curl command asks. */
interface Request {
  method: string
  path: string
  headers: Record<string, string>
  body: string | undefined
}

/** Asks a store what a curl command of the docs asks: the same request, without curl. */
export async function askWithCurl(
  command: string,
  variables: Record<string, string>,
  store: HttpClient
): Promise<Answer<unknown>> {
  const { method, path, headers, body } = requestOf(wordsOf(command, variables))
  const client = new HttpClient(store.baseUrl, headers)
  const parsed: unknown = body === undefined ? undefined : JSON.parse(body)
  switch (method) {
    case "GET":
      return client.get(path)
    case "POST":
      return client.post(path, parsed)
    case "DELETE":
      return client.delete(path, parsed)
    default:
      throw new Error(`No test knows how to ask ${method}: ${command}`)
  }
}

function requestOf([, ...words]: string[]): Request {
  const request: Request = { method: "GET", path: "", headers: {}, body: undefined }
  while (words.length > 0) {
    const word = words.shift() ?? ""
    if (word === "-X") {
      request.method = words.shift() ?? ""
    } else if (word === "-H") {
      const [name = "", ...value] = (words.shift() ?? "").split(": ")
      request.headers[name.toLowerCase()] = value.join(": ")
    } else if (word === "-d") {
      request.body = words.shift()
    } else if (word.startsWith(`${STORE}/`)) {
      request.path = word.slice(STORE.length)
    } else {
      throw new Error(`Curl in the docs knows -X, -H, -d and ${STORE}, not “${word}”.`)
    }
  }
  return request
}
