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

/** `/login`: continues to where the shopper was going. */
export function LogInPage() {
  const text = useTexts(SESSION)
  const errorText = useErrorText()
  const { customer, logIn } = useSession()
  const { next, withNext } = useWayOn()
  if (customer) {
    return <Navigate to={next} replace />
  }
  return (
    <Page title={text("logIn")} className="narrow">
      <Form
        submitLabel={text("logIn")}
        explain={(error) => (isRefused(error) ? text("wrongLogIn") : errorText(error))}
        onSubmit={({ email = "", password = "" }) => logIn({ email, password })}
      >
        <Field name="email" type="email" label={text("email")} autoComplete="username" required />
        <Field
          name="password"
          type="password"
          label={text("password")}
          autoComplete="current-password"
          required
        />
      </Form>
      <p className="aside-note">
        {text("newHere")} <Link to={withNext("/register")}>{text("register")}</Link>
      </p>
    </Page>
  )
}
