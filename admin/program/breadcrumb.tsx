import { useText } from "../shared/locale"

/** The page's name in the dashboard's breadcrumb. */
export function ProgramsBreadcrumb() {
  return useText()("program.menu")
}
