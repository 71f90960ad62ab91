import { useText } from "../shared/locale"

/** The page's name in the dashboard's path at the top. */
export function ProgramsBreadcrumb() {
  return useText()("program.menu")
}
