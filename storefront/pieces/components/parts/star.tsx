/** The points symbol; decorative only. */
export function Star() {
  return (
    <svg className="loyalty-star" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M10 1.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z" />
    </svg>
  )
}
