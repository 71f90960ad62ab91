import { Programs } from "./programs"

/** Settings → Loyalty. */
export function ProgramsPage() {
  return <Programs />
}
