import { Alert, DatePicker, Drawer, Input, Textarea } from "@medusajs/ui"
import { Controller, FormProvider, useFormContext, useWatch } from "react-hook-form"
import type { HttpLoyaltyAccount } from "../../../src/types/http"
import { DrawerButtons } from "../../shared/form-drawer"
import { useText } from "../../shared/locale"
import { Field } from "../../shared/field"
import { AdjustDirection } from "./adjust-direction"
import { AdjustPreview } from "./adjust-preview"
import type { AdjustmentInput } from "./adjustment"
import { useAdjustForm } from "./use-adjust-form"

type AdjustFormProps = { account: HttpLoyaltyAccount; onDone: () => void }

/** The fields of an adjustment, with the resulting balance. */
export function AdjustForm({ account, onDone }: AdjustFormProps) {
  const t = useText()
  const { form, submit } = useAdjustForm(account, onDone)
  const { errors, isSubmitting } = form.formState
  const direction = useWatch({ control: form.control, name: "direction" })
  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate className="flex flex-1 flex-col overflow-hidden">
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          {errors.root && <Alert variant="error">{errors.root.message}</Alert>}
          <AdjustDirection />
          <PointsField />
          <ReasonField />
          {direction === "add" && <ExpiryField />}
          <AdjustPreview balance={account.balance} />
        </Drawer.Body>
        <DrawerButtons
          cancel={t("account.adjust.cancel")}
          save={t("account.adjust.save")}
          isBusy={isSubmitting}
        />
      </form>
    </FormProvider>
  )
}

function PointsField() {
  const t = useText()
  const { register, formState } = useFormContext<AdjustmentInput>()
  return (
    <Field
      id="loyalty-adjust-points"
      label={t("account.adjust.points")}
      error={formState.errors.points?.message}
    >
      {(props) => (
        <Input {...props} {...register("points")} inputMode="numeric" autoComplete="off" />
      )}
    </Field>
  )
}

function ReasonField() {
  const t = useText()
  const { register, formState } = useFormContext<AdjustmentInput>()
  return (
    <Field
      id="loyalty-adjust-reason"
      label={t("account.adjust.reason")}
      hint={t("account.adjust.reasonHint")}
      error={formState.errors.reason?.message}
    >
      {(props) => <Textarea {...props} {...register("reason")} rows={3} />}
    </Field>
  )
}

function ExpiryField() {
  const t = useText()
  const { control, formState } = useFormContext<AdjustmentInput>()
  return (
    <Field
      id="loyalty-adjust-expiry"
      label={t("account.adjust.expiry")}
      optional
      hint={t("account.adjust.expiryHint")}
      error={formState.errors.expires_on?.message}
    >
      {({ "aria-invalid": isInvalid, ...props }) => (
        <Controller
          control={control}
          name="expires_on"
          render={({ field: { value, onChange } }) => (
            <DatePicker
              {...props}
              modal
              value={value}
              onChange={onChange}
              minValue={new Date()}
              isInvalid={isInvalid}
            />
          )}
        />
      )}
    </Field>
  )
}
