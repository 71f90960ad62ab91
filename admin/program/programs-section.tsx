export function ProgramsSection() {
  return null
}
