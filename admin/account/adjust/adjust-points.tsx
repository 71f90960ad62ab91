import type { HttpLoyaltyAccount } from "../../../src/types/http"
import { FormDrawer } from "../../shared/form-drawer"
import { useText } from "../../shared/locale"
import { AdjustForm } from "./adjust-form"

/** A button that opens the form for adding or taking points. */
export function AdjustPoints({ account }: { account: HttpLoyaltyAccount }) {
  const t = useText()
  return (
    <FormDrawer
      open={t("account.adjust.open")}
      title={t("account.adjust.title")}
      description={t("account.adjust.description")}
    >
      {(close) => <AdjustForm account={account} onDone={close} />}
    </FormDrawer>
  )
}
