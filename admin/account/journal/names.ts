import { useQuery } from "@tanstack/react-query"
import { sdk } from "../../shared/sdk"
import { nameOf } from "../customer-name"

/** Display names by id; a missing id could not be looked up and is shown unchanged. */
export type Names = Record<string, string>

/** The numbers that the dashboard shows for orders: `{ order_01…: "#12" }`. */
export function useOrderNumbers(orderIds: (string | null)[]): Names {
  const id = distinct(orderIds)
  const { data } = useQuery({
    queryKey: ["loyalty", "order-numbers", id],
    queryFn: () => sdk.admin.order.list({ id, fields: "id,display_id", limit: id.length }),
    select: ({ orders }): Names =>
      Object.fromEntries(orders.map((order) => [order.id, `#${order.display_id ?? ""}`])),
    enabled: id.length > 0,
  })
  return data ?? {}
}

/** The names, or else the e-mail addresses, of the dashboard's users. */
export function useUserNames(userIds: (string | null)[]): Names {
  const id = distinct(userIds)
  const { data } = useQuery({
    queryKey: ["loyalty", "user-names", id],
    queryFn: () =>
      sdk.admin.user.list({ id, fields: "id,email,first_name,last_name", limit: id.length }),
    select: ({ users }): Names =>
      Object.fromEntries(users.map((user) => [user.id, nameOf(user) || user.email])),
    enabled: id.length > 0,
  })
  return data ?? {}
}

const distinct = (ids: (string | null)[]): string[] =>
  [...new Set(ids.filter((id) => id !== null))].sort()
