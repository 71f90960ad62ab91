import type { HttpLoyaltyAccountWithCustomer } from "../../../src/types/http"
import { FormDrawer } from "../../shared/form-drawer"
import { useText } from "../../shared/locale"
import { MergeForm } from "./merge-form"

/** A button that opens the form for merging an account into another. */
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
