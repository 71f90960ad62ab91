import { Agent, request, type IncomingMessage } from "node:http"
import { text } from "node:stream/consumers"
import { type HttpClient, UnexpectedAnswer } from "../../lib/http"

/** An answer and how long it took, from sending the request to the last byte. */
export interface Timed<T> {
  milliseconds: number
  body: T
}

/**
 * A client with as little overhead as possible: one connection that stays open, and nothing is parsed
 * before the clock has stopped. An unsuccessful answer is an error.
 */
export class TimedClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(private readonly client: HttpClient) {}

  get<T>(path: string): Promise<Timed<T>> {
    return this.send("GET", path)
  }

  post<T>(path: string, body: object): Promise<Timed<T>> {
    return this.send("POST", path, JSON.stringify(body))
  }

  private async send<T>(method: string, path: string, body?: string): Promise<Timed<T>> {
    const started = performance.now()
    const response = await this.exchange(method, path, body)
    const answer = await text(response)
    const milliseconds = performance.now() - started
    if (response.statusCode !== 200) {
      throw new UnexpectedAnswer(`${method} ${path}`, response.statusCode ?? 0, answer)
    }
    return { milliseconds, body: JSON.parse(answer) as T }
  }

  private exchange(method: string, path: string, body = ""): Promise<IncomingMessage> {
    const { baseUrl, headers } = this.client
    return new Promise((resolve, reject) => {
      const length = { "content-length": Buffer.byteLength(body) }
      const sent = request(new URL(path, baseUrl), {
        method,
        agent: this.agent,
        headers: { ...headers, "content-type": "application/json", ...length },
      })
      sent.once("response", resolve)
      sent.once("error", reject)
      sent.end(body)
    })
  }
}
