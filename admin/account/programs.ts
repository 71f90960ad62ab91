import { useQuery } from "@tanstack/react-query"
import type { HttpLoyaltyProgram, Listed } from "../../src/types/http"
import { sdk } from "../shared/sdk"
import { type Money, worthOfPoints } from "./worth"

type ProgramList = Listed<"loyalty_programs", HttpLoyaltyProgram>

/** More currencies than any store sells in. */
const ALL = 100

/** What points are worth in each currency; empty while unknown. */
export function useWorth(points: number): Money[] {
  const { data } = useQuery({
    queryKey: ["loyalty", "programs", "worth"],
    queryFn: () =>
      sdk.client.fetch<ProgramList>("/admin/loyalty/programs", { query: { limit: ALL } }),
  })
  return data ? worthOfPoints(points, data.loyalty_programs) : []
}
