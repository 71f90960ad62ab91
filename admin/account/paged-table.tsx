import { Heading, Table, clx } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { useText } from "../shared/locale"

type PagedTableProps = {
  title: string
  /** Names of the columns; number columns are right-aligned. */
  columns: { name: string; isNumber?: boolean }[]
  /** The rows of this page: `Table.Row`s. */
  children: ReactNode
  count: number
  offset: number
  limit: number
  onOffset: (offset: number) => void
  /** Whether the rows are those of another page, while this one is loading. */
  isStale: boolean
}

/** A table paged by the server; it scrolls sideways if wider than the screen. */
export function PagedTable(props: PagedTableProps) {
  const { title, columns, children, isStale } = props
  const titleId = useId()
  return (
    <>
      <TableTitle id={titleId} title={title} />
      <div
        role="region"
        aria-labelledby={titleId}
        aria-busy={isStale}
        tabIndex={0}
        className={clx("transition-fg overflow-x-auto", { "opacity-50": isStale })}
      >
        <Table aria-labelledby={titleId}>
          <Table.Header>
            <Table.Row>
              {columns.map(({ name, isNumber = false }) => (
                <Table.HeaderCell
                  key={name}
                  scope="col"
                  className={clx("whitespace-nowrap", { "text-right": isNumber })}
                >
                  {name}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>{children}</Table.Body>
        </Table>
      </div>
      <Pages {...props} />
    </>
  )
}

export function TableTitle({ id, title }: { id?: string; title: string }) {
  return (
    <div className="px-6 py-4">
      <Heading id={id} level="h2">
        {title}
      </Heading>
    </div>
  )
}

function Pages({ count, offset, limit, onOffset }: PagedTableProps) {
  const paging = usePaging()
  return (
    <Table.Pagination
      count={count}
      pageSize={limit}
      pageCount={Math.ceil(count / limit)}
      pageIndex={Math.floor(offset / limit)}
      canPreviousPage={offset > 0}
      canNextPage={offset + limit < count}
      previousPage={() => onOffset(Math.max(offset - limit, 0))}
      nextPage={() => onOffset(offset + limit)}
      translations={paging}
    />
  )
}

/** The texts of the pagination. */
export function usePaging() {
  const t = useText()
  return {
    of: t("account.paging.of"),
    results: t("account.paging.results"),
    pages: t("account.paging.pages"),
    prev: t("account.paging.prev"),
    next: t("account.paging.next"),
  }
}
