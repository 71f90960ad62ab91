import { ArrowRightMini } from "@medusajs/icons"
import { Alert, Button, Drawer, Text, Textarea } from "@medusajs/ui"
import type { HttpLoyaltyAccountWithCustomer } from "../../../src/types/http"
import { useFormats, useText } from "../../shared/locale"
import { Field } from "../adjust/field"
import { MergeTarget } from "./merge-target"
import { useMergeForm } from "./use-merge-form"

/** The fields of a merge with the balance that it leads to. */
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
        {target && <Preview from={target.balance} to={target.balance + account.balance} />}
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("account.merge.cancel")}
          </Button>
        </Drawer.Close>
        <Button type="submit" size="small" isLoading={isSubmitting}>
          {t("account.merge.save")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}

/** The balance of the account that is kept, before and after. */
function Preview({ from, to }: { from: number; to: number }) {
  const t = useText()
  const { number } = useFormats()
  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest flex items-center justify-between gap-x-4 rounded-md px-4 py-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t("account.merge.newBalance")}
      </Text>
      <p className="txt-compact-medium-plus flex items-center gap-x-2 tabular-nums" role="status">
        <span className="text-ui-fg-subtle">{number(from)}</span>
        <ArrowRightMini aria-hidden className="text-ui-fg-muted" />
        <span className={to < 0 ? "text-ui-fg-error" : undefined}>{number(to)}</span>
      </p>
    </div>
  )
}
