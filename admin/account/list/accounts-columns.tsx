import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { HttpLoyaltyAccountWithCustomer } from "../../../src/types/http"
import { useFormats, useText } from "../../shared/locale"
import { useWallets } from "../../wallets/wallets"
import { ClosedBadge } from "../closed"
import { nameOf } from "../customer-name"
import { accountPath } from "../journal/position"

const helper = createDataTableColumnHelper<HttpLoyaltyAccountWithCustomer>()

const SORTED_NUMBERS = ["balance", "available", "lifetime_earned", "lifetime_redeemed"] as const

/**
 * The columns of the list of accounts, with the wallet if there are several; the server sorts the
 * sortable ones.
 */
export function useAccountColumns() {
  const t = useText()
  const { number, date } = useFormats()
  const wallets = useWallets()
  return useMemo(
    () => [
      helper.display({
        id: "customer",
        header: t("account.list.customer"),
        cell: ({ row }) => <Customer account={row.original} />,
      }),
      ...(wallets.length > 0
        ? [
            helper.accessor("wallet", {
              header: t("account.list.wallet"),
              cell: ({ getValue }) =>
                wallets.find(({ code }) => code === getValue())?.name ?? getValue(),
            }),
          ]
        : []),
      ...SORTED_NUMBERS.map((field) =>
        helper.accessor(field, {
          header: t(`account.list.${field}`),
          cell: ({ getValue }) => <span className="tabular-nums">{number(getValue())}</span>,
          enableSorting: true,
          align: "right",
        })
      ),
      helper.accessor("created_at", {
        header: t("account.list.created_at"),
        cell: ({ getValue }) => date(getValue()),
        enableSorting: true,
      }),
      helper.accessor("updated_at", {
        header: t("account.list.updated_at"),
        cell: ({ getValue }) => date(getValue()),
        enableSorting: true,
      }),
    ],
    [t, number, date, wallets]
  )
}

function Customer({ account }: { account: HttpLoyaltyAccountWithCustomer }) {
  const t = useText()
  const { customer } = account
  const name = customer ? nameOf(customer) : t("account.deletedCustomer")
  const email = customer?.email ?? account.customer_id
  return (
    <Link
      to={accountPath(account.id)}
      className="focus-visible:shadow-borders-focus flex flex-col rounded outline-none"
    >
      <span className="flex items-center gap-x-2">
        <span className="text-ui-fg-base txt-compact-small-plus">{name || email}</span>
        <ClosedBadge account={account} />
      </span>
      {name && <span className="text-ui-fg-subtle txt-compact-xsmall">{email}</span>}
    </Link>
  )
}
