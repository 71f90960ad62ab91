import { filesUnder, ROOT } from "../../lib/files"
import { chooseTests, type ImportGraph } from "../choice"
import { TOUCHES } from "../touches"

const HTTP = "integration-tests/http"
const WALLETS = `${HTTP}/wallets.spec.ts`
const QUOTE = `${HTTP}/quote.spec.ts`
const MERGE = "integration-tests/ledger/merge.spec.ts"
const UP = "integration-tests/migrations/up-and-down.spec.ts"
const CART = "integration-tests/support/carts.ts"
const STORE = "src/modules/loyalty-points/ledger/store.ts"
const QUOTES = "src/domain/checkout/quote.ts"

const graph: ImportGraph = new Map(
  Object.entries({
    [WALLETS]: [],
    [QUOTE]: [CART],
    [MERGE]: [STORE],
    [UP]: [],
    [CART]: [QUOTES],
    [STORE]: [],
    [QUOTES]: [],
  }).map(([file, targets]) => [file, new Set(targets)])
)

it.each([
  ["a page", "docs/api.md", [], []],
  ["a screen", "admin/account/figures.tsx", [], []],
  ["a unit test", "src/domain/checkout/__tests__/quote.unit.spec.ts", [], []],
  ["a test itself", MERGE, [MERGE], []],
  ["what a test imports indirectly", QUOTES, [], [QUOTE]],
  ["code of one capability", "src/api/shared/wallet-parameter.ts", [], [WALLETS]],
  ["code that no row names", STORE, [MERGE], [WALLETS, QUOTE]],
  ["the ledger's functions", "migrations/ledger-functions/debit.ts", [MERGE, UP], [WALLETS, QUOTE]],
  ["the versions", "package-lock.json", [MERGE, UP], [WALLETS, QUOTE]],
  ["how tests are run", "scripts/test/jest.ts", [MERGE, UP], [WALLETS, QUOTE]],
])("a change to %s touches what imports or exercises it", (_, file, ledger, http) => {
  expect(chooseTests([file], graph)).toEqual({ ledger, http })
})

it("several changes touch everything that each of them touches", () => {
  const changed = ["src/domain/wallets/wallet.ts", MERGE]
  expect(chooseTests(changed, graph)).toEqual({ ledger: [MERGE], http: [WALLETS] })
})

it("every test that the table names exists", () => {
  const names = filesUnder(`${ROOT}/${HTTP}`).map((file) => file.slice(`${ROOT}/${HTTP}/`.length))
  const starts = TOUCHES.flatMap(([, tests]) => tests)
  expect(starts.filter((start) => !names.some((name) => name.startsWith(start)))).toEqual([])
})
