import { useEffect, type ReactNode } from "react"

interface PageProps {
  /** The page's heading and the window's title. */
  title: string
  className?: string
  /** Shown in place of the heading with the title. */
  header?: ReactNode
  children: ReactNode
}

/** A page: its heading, and its name in the window's title. */
export function Page({ title, className = "", header, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Norra`
  }, [title])
  return (
    <div className={`page ${className}`}>
      {header ?? <h1>{title}</h1>}
      {children}
    </div>
  )
}
