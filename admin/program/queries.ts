import type { AdminStoreListResponse } from "@medusajs/framework/types"
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  HttpLoyaltyProgram,
  HttpLoyaltyProgramVersion,
  HttpLoyaltySimulation,
  Listed,
} from "../../src/types/http"
import { sdk } from "../shared/sdk"
import { changedFields } from "./form-values"
import type { ProgramInput } from "./schema"
import type { SimulationRequest } from "./simulation/simulation-request"
import type { AnsweredSimulation } from "./simulation/simulation-text"

/** All of this plugin's cached queries; saving rules affects all of them. */
const LOYALTY = ["loyalty"]
/** The API's largest page: stores have fewer currencies. */
const ALL = 100
const VERSIONS_AT_ONCE = 10

/** The programs of all currencies, and the currencies of the store that have none. */
export function usePrograms() {
  return useQuery({
    queryKey: [...LOYALTY, "programs"],
    queryFn: async () => {
      const [{ loyalty_programs }, { stores }] = await Promise.all([
        sdk.client.fetch<Listed<"loyalty_programs", HttpLoyaltyProgram>>(
          "/admin/loyalty/programs",
          { query: { limit: ALL } }
        ),
        sdk.client.fetch<AdminStoreListResponse>("/admin/stores", {
          query: { fields: "id,*supported_currencies" },
        }),
      ])
      return { programs: loyalty_programs, free: freeCurrencies(loyalty_programs, stores) }
    },
  })
}

function freeCurrencies(
  programs: HttpLoyaltyProgram[],
  stores: AdminStoreListResponse["stores"]
): string[] {
  const taken = new Set(programs.map((program) => program.currency_code))
  const offered = stores.flatMap((store) =>
    (store.supported_currencies ?? []).map((currency) => currency.currency_code)
  )
  return [...new Set(offered)].filter((code) => !taken.has(code)).sort()
}

type ProgramAnswer = { loyalty_program: HttpLoyaltyProgram }

/** Sets up a program, or saves the changes to one. */
export function useSaveProgram(program: HttpLoyaltyProgram | null) {
  return useLoyaltyMutation((input: ProgramInput) =>
    program
      ? sdk.client.fetch<ProgramAnswer>(`/admin/loyalty/programs/${program.id}`, {
          method: "POST",
          body: changedFields(program, input),
        })
      : sdk.client.fetch<ProgramAnswer>("/admin/loyalty/programs", { method: "POST", body: input })
  )
}

export function useEnableProgram(id: string) {
  return useLoyaltyMutation((is_enabled: boolean) =>
    sdk.client.fetch<ProgramAnswer>(`/admin/loyalty/programs/${id}`, {
      method: "POST",
      body: { is_enabled },
    })
  )
}

export function useDeleteProgram(id: string) {
  return useLoyaltyMutation(() =>
    sdk.client.fetch<ProgramAnswer>(`/admin/loyalty/programs/${id}`, { method: "DELETE" })
  )
}

function useLoyaltyMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation<Answer, Error, Input>({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: LOYALTY }),
  })
}

/** All versions of a program, newest first, page by page. */
export function useVersions(programId: string) {
  return useInfiniteQuery({
    queryKey: [...LOYALTY, "versions", programId],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      sdk.client.fetch<Listed<"loyalty_program_versions", HttpLoyaltyProgramVersion>>(
        `/admin/loyalty/programs/${programId}/versions`,
        { query: { limit: VERSIONS_AT_ONCE, offset: pageParam } }
      ),
    getNextPageParam: ({ count, offset, limit }) =>
      offset + limit < count ? offset + limit : undefined,
  })
}

/** A simulation; the previous answer stays while the next one is loading. */
export function useSimulation(request: SimulationRequest | null) {
  return useQuery({
    queryKey: [...LOYALTY, "simulation", request],
    enabled: request !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    queryFn: async (): Promise<AnsweredSimulation | null> => {
      if (request === null) {
        return null
      }
      const { simulation } = await sdk.client.fetch<{ simulation: HttpLoyaltySimulation }>(
        "/admin/loyalty/simulations",
        { method: "POST", body: request }
      )
      return { request, simulation }
    },
  })
}
