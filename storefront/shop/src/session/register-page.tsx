import { Link, Navigate } from "react-router-dom"
import { useTexts } from "../i18n/language"
import { Page } from "../layout/page"
import { Field } from "../ui/field"
import { Form } from "../ui/form"
import { useErrorText } from "../ui/use-error-text"
import { isRefused } from "./authenticate"
import { SESSION } from "./messages"
import { useSession } from "./session"
import { useWayOn } from "./use-way-on"

/** `/register`: continues to where the shopper was going. */
export function RegisterPage() {
  const text = useTexts(SESSION)
  const errorText = useErrorText()
  const { customer, register } = useSession()
  const { next, withNext } = useWayOn()
  if (customer) {
    return <Navigate to={next} replace />
  }
  return (
    <Page title={text("register")} className="narrow">
      <p className="lead">{text("benefit")}</p>
      <Form
        submitLabel={text("register")}
        explain={(error) => (isRefused(error) ? text("taken") : errorText(error))}
        onSubmit={({ email = "", password = "", first_name = "", last_name = "" }) =>
          register({ email, password, first_name, last_name })
        }
      >
        <div className="field-row">
          <Field name="first_name" label={text("firstName")} autoComplete="given-name" required />
          <Field name="last_name" label={text("lastName")} autoComplete="family-name" required />
        </div>
        <Field name="email" type="email" label={text("email")} autoComplete="email" required />
        <Field
          name="password"
          type="password"
          label={text("password")}
          autoComplete="new-password"
          minLength={8}
          required
        />
      </Form>
      <p className="aside-note">
        {text("registered")} <Link to={withNext("/login")}>{text("logIn")}</Link>
      </p>
    </Page>
  )
}
