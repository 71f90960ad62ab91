import type { HttpLoyaltyAccountWithCustomer } from "../../../src/types/http"
import { FormDrawer } from "../../shared/form-drawer"
import { useText } from "../../shared/locale"
import { MergeForm } from "./merge-form"

/** A button that opens the form which merges an account into another one. */
export function MergeAccount({ account }: { account: HttpLoyaltyAccountWithCustomer }) {
  const t = useText()
  return (
    <FormDrawer
      open={t("account.merge.open")}
      title={t("account.merge.title")}
      description={t("account.merge.description")}
    >
      {() => <MergeForm account={account} />}
    </FormDrawer>
  )
}
