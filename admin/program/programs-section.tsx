import { Programs } from "./programs"

/** The loyalty programs on the store's settings page. */
export function ProgramsSection() {
  return <Programs />
}
