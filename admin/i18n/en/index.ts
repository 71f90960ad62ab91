import account from "./account.json"
import draft from "./draft.json"
import order from "./order.json"
import program from "./program.json"
import shared from "./shared.json"
import statistics from "./statistics.json"

export default { ...shared, account, draft, order, program, statistics }
