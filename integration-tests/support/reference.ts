import { HttpClient } from "../../scripts/lib/http"
import { checkExchange } from "../../scripts/openapi/check-exchange"
import { Reference } from "../../scripts/openapi/reference"

const reference = Reference.read()

/** Every answer that a test gets of our routes is as the reference has it, or the test fails. */
HttpClient.watch = (exchange) => checkExchange(reference, exchange)
