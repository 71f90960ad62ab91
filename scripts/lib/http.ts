/** A server's answer; its JSON body is trusted to have the shape `T`. */
export interface Answer<T> {
  status: number
  body: T
}

/** The parts of a request besides its path. */
interface Payload {
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
}

/** A request and its answer. */
export interface Exchange extends Answer<unknown> {
  method: string
  url: URL
  /** What was sent. */
  sent: unknown
  /** The media type of the answer. */
  type: string
}

/** An answer that the caller did not expect. */
export class UnexpectedAnswer extends Error {
  override name = "UnexpectedAnswer"

  constructor(
    request: string,
    readonly status: number,
    readonly body: unknown
  ) {
    super(`${request} answered ${status}: ${JSON.stringify(body)}`)
  }
}

/** A small client for a JSON API: `get`, `post` and `delete` return any answer, `must…` throws on errors. */
export class HttpClient {
  /** Sees every answer to any client before its caller does. What it throws goes to the caller. */
  static watch: ((exchange: Exchange) => void) | undefined

  constructor(
    readonly baseUrl: string,
    readonly headers: Readonly<Record<string, string>> = {}
  ) {}

  /** The same client with more headers. */
  with(headers: Record<string, string>): HttpClient {
    return new HttpClient(this.baseUrl, { ...this.headers, ...headers })
  }

  /** The same client for another server. */
  at(baseUrl: string): HttpClient {
    return new HttpClient(baseUrl, this.headers)
  }

  /** The same client, authenticated by a token. */
  withToken(token: string): HttpClient {
    return this.with({ authorization: `Bearer ${token}` })
  }

  /** The same client, bound to the sales channels of a publishable key. */
  withPublishableKey(key: string): HttpClient {
    return this.with({ "x-publishable-api-key": key })
  }

  get<T = unknown>(path: string, query?: Payload["query"]): Promise<Answer<T>> {
    return this.request("GET", path, { query })
  }

  post<T = unknown>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.request("POST", path, { body })
  }

  delete<T = unknown>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.request("DELETE", path, { body })
  }

  /** Like {@link get}, but returns only the body and throws unless the request succeeded. */
  async mustGet<T>(path: string, query?: Payload["query"]): Promise<T> {
    return bodyOf(`GET ${path}`, await this.get<T>(path, query))
  }

  /** Like {@link post}, but returns only the body and throws unless the request succeeded. */
  async mustPost<T>(path: string, body?: unknown): Promise<T> {
    return bodyOf(`POST ${path}`, await this.post<T>(path, body))
  }

  private async request<T>(method: string, path: string, payload: Payload): Promise<Answer<T>> {
    const url = new URL(path, this.baseUrl)
    for (const [name, value] of Object.entries(payload.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(name, String(value))
      }
    }
    // Reusing a connection while a busy server closes it would fail the request.
    const response = await fetch(url, {
      method,
      headers: { ...this.headers, "content-type": "application/json", connection: "close" },
      body: payload.body === undefined ? undefined : JSON.stringify(payload.body),
    })
    const answer = { status: response.status, body: parse(await response.text()) as T }
    const [type = ""] = (response.headers.get("content-type") ?? "").split(";")
    HttpClient.watch?.({ ...answer, method, url, sent: payload.body, type })
    return answer
  }
}

function bodyOf<T>(request: string, { status, body }: Answer<T>): T {
  if (status >= 400) {
    throw new UnexpectedAnswer(request, status, body)
  }
  return body
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
