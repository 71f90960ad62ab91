import { Alert, Drawer, Text, Textarea } from "@medusajs/ui"
import type { HttpLoyaltyAccountWithCustomer } from "../../../src/types/http"
import { DrawerButtons } from "../../shared/form-drawer"
import { useText } from "../../shared/locale"
import { BalanceChange } from "../balance-change"
import { Field } from "../../shared/field"
import { MergeTarget } from "./merge-target"
import { useMergeForm } from "./use-merge-form"

/** The fields of a merge, with the resulting balance. */
export function MergeForm({ account }: { account: HttpLoyaltyAccountWithCustomer }) {
  const t = useText()
  const { form, target, choose, submit } = useMergeForm(account)
  const { errors, isSubmitting } = form.formState
  return (
    <form onSubmit={submit} noValidate className="flex flex-1 flex-col overflow-hidden">
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        {errors.root && <Alert variant="error">{errors.root.message}</Alert>}
        <Text size="small" className="text-ui-fg-subtle">
          {t("account.merge.description")}
        </Text>
        <MergeTarget
          account={account}
          target={target}
          onChoose={choose}
          error={errors.into_account_id?.message}
        />
        <Field
          id="loyalty-merge-reason"
          label={t("account.merge.reason")}
          hint={t("account.merge.reasonHint")}
          error={errors.reason?.message}
        >
          {(props) => <Textarea {...props} {...form.register("reason")} rows={3} />}
        </Field>
        {target && (
          <BalanceChange
            label={t("account.merge.newBalance")}
            from={target.balance}
            to={target.balance + account.balance}
          />
        )}
      </Drawer.Body>
      <DrawerButtons
        cancel={t("account.merge.cancel")}
        save={t("account.merge.save")}
        isBusy={isSubmitting}
      />
    </form>
  )
}
