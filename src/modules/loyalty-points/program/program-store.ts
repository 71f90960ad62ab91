import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource, EntityManager } from "typeorm"
import { In, IsNull } from "typeorm"

import { RULE_FIELDS } from "../../../domain/program/rules"
import type { ProgramRules } from "../../../domain/program/rules"
import type { Clock } from "../clock"
import { underlyingError } from "../database/underlying-error"
import { newProgramId } from "../ledger/ids"
import type { Actor, Page, PageRequest } from "../ledger/types"
import { CURRENT_PROGRAMS, type CurrentProgram, readRules } from "./kept-rules"
import { LoyaltyProgramVersion } from "./program-version.entity"
import type { ProgramChanges } from "./program-version.entity"
import { LoyaltyProgram } from "./program.entity"
import { toProgram, toProgramVersion } from "./program-dto"
import type {
  CreateProgramInput,
  LoyaltyProgramDTO,
  LoyaltyProgramVersionDTO,
  ProgramInForce,
  UpdateProgramInput,
} from "./types"

const CURRENCY_INDEX = "loyalty_program_currency_unique"

/** Programs and all their versions. A change and its version are one transaction. */
export class ProgramStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /** The currency's current program; null if it has none. One indexed query. */
  async ofCurrency(currencyCode: string): Promise<ProgramInForce | null> {
    return this.current("currency_code", currencyCode)
  }

  /** @throws NOT_FOUND */
  async retrieve(id: string): Promise<LoyaltyProgramDTO> {
    return toProgram(requireProgram(await this.current("id", id), id))
  }

  /**
   * The rules in force for a currency at a moment: the latest version written by then. Versions of
   * deleted programs count, so that orders can be settled long afterwards.
   */
  async inForce(currencyCode: string, at: Date): Promise<ProgramInForce | null> {
    const version = await this.dataSource
      .getRepository(LoyaltyProgramVersion)
      .createQueryBuilder("version")
      .where("version.currency_code = :currencyCode", { currencyCode })
      .andWhere("version.created_at <= :at", { at })
      .orderBy("version.created_at", "DESC")
      .addOrderBy("version.version", "DESC")
      .limit(1)
      .getOne()
    return (
      version && {
        id: version.program_id,
        version: version.version,
        currency_code: version.currency_code,
        rules: version.rules,
      }
    )
  }

  /** @throws DUPLICATE_ERROR if the currency already has a program */
  async create(
    input: CreateProgramInput,
    actor: Actor | null = null,
    now = this.now()
  ): Promise<LoyaltyProgramDTO> {
    const program = await this.refuseSecondProgram(input.currency_code, () =>
      this.dataSource.transaction((manager) => insertProgram(manager, input, actor, now))
    )
    return toProgram(program)
  }

  /**
   * Creates programs for currencies that never had one: later changes and deletions stay. If several
   * instances start at once, only one creates them. Returns what was created.
   */
  async createFirst(
    inputs: CreateProgramInput[],
    actor: Actor,
    now = this.now()
  ): Promise<LoyaltyProgramDTO[]> {
    if ((await withoutHistory(this.dataSource.manager, inputs)).length === 0) {
      return []
    }
    return this.dataSource.transaction(async (manager) => {
      await manager.query("LOCK TABLE loyalty_program IN SHARE ROW EXCLUSIVE MODE")
      const created: LoyaltyProgramDTO[] = []
      for (const input of await withoutHistory(manager, inputs)) {
        created.push(toProgram(await insertProgram(manager, input, actor, now)))
      }
      return created
    })
  }

  /** Writes a new version if anything changes; returns the program and what changed. */
  async update(
    id: string,
    input: UpdateProgramInput,
    actor: Actor | null = null,
    now = this.now()
  ): Promise<{ program: LoyaltyProgramDTO; changes: ProgramChanges }> {
    return this.dataSource.transaction(async (manager) => {
      const program = await lockProgram(manager, id)
      const changes = changesOf(program, { name: input.name, ...input.rules })
      if (Object.keys(changes).length === 0) {
        return { program: toProgram(program), changes }
      }
      const changed = {
        ...program,
        name: input.name ?? program.name,
        rules: { ...program.rules, ...input.rules },
      }
      const next = await writeNext(manager, changed, changes, actor, now)
      return { program: toProgram(next), changes }
    })
  }

  /** Ends a program with a last, disabled version; orders placed under it still settle as before. */
  async delete(id: string, actor: Actor | null = null, now = this.now()): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const program = await lockProgram(manager, id)
      const rules = { ...program.rules, is_enabled: false }
      const deleted: ProgramChanges = { deleted_at: { from: null, to: now.toISOString() } }
      await writeNext(manager, { ...program, rules, deleted_at: now }, deleted, actor, now)
    })
  }

  /** All versions of a program, newest first. */
  async versions(programId: string, page: PageRequest): Promise<Page<LoyaltyProgramVersionDTO>> {
    const [rows, count] = await this.dataSource.getRepository(LoyaltyProgramVersion).findAndCount({
      where: { program_id: programId },
      order: { version: "DESC" },
      take: page.limit,
      skip: page.offset,
    })
    return { rows: rows.map(toProgramVersion), count }
  }

  private async refuseSecondProgram<T>(currencyCode: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (underlyingError(error).constraint !== CURRENCY_INDEX) {
        throw error
      }
      throw new MedusaError(
        MedusaError.Types.DUPLICATE_ERROR,
        `There is already a loyalty program for currency_code "${currencyCode}"; change that one`
      )
    }
  }

  private async current(
    field: "id" | "currency_code",
    value: string
  ): Promise<CurrentProgram | null> {
    const sql = `${CURRENT_PROGRAMS} AND p.${field} = $1`
    const [program] = await this.dataSource.query<CurrentProgram[]>(sql, [value])
    return program ? { ...program, rules: readRules(program.rules) } : null
  }
}

async function insertProgram(
  manager: EntityManager,
  input: CreateProgramInput,
  actor: Actor | null,
  now: Date
): Promise<CurrentProgram> {
  const { rules, currency_code, name } = input
  const program = {
    id: newProgramId(),
    currency_code,
    name,
    version: 1,
    created_at: now,
    updated_at: now,
    deleted_at: null,
  }
  await manager.insert(LoyaltyProgram, program)
  await insertVersion(manager, { ...program, rules }, {}, actor, now)
  return { ...program, rules }
}

/** Writes a changed program as its next version. */
async function writeNext(
  manager: EntityManager,
  { rules, ...changed }: CurrentProgram,
  changes: ProgramChanges,
  actor: Actor | null,
  now: Date
): Promise<CurrentProgram> {
  const program = { ...changed, version: changed.version + 1, updated_at: now }
  await manager.update(LoyaltyProgram, { id: program.id }, program)
  await insertVersion(manager, { ...program, rules }, changes, actor, now)
  return { ...program, rules }
}

/** Those whose currency never had a program. */
async function withoutHistory(
  manager: EntityManager,
  inputs: CreateProgramInput[]
): Promise<CreateProgramInput[]> {
  const codes = inputs.map(({ currency_code }) => currency_code)
  const known = await manager.findBy(LoyaltyProgram, { currency_code: In(codes) })
  return inputs.filter((input) =>
    known.every(({ currency_code }) => currency_code !== input.currency_code)
  )
}

/** @throws NOT_FOUND */
async function lockProgram(manager: EntityManager, id: string): Promise<CurrentProgram> {
  const found = await manager.findOne(LoyaltyProgram, {
    where: { id, deleted_at: IsNull() },
    lock: { mode: "pessimistic_write" },
  })
  const program = requireProgram(found, id)
  // A separate statement, so that it sees the version written by the previous lock holder.
  const { rules } = await manager.findOneByOrFail(LoyaltyProgramVersion, {
    program_id: id,
    version: program.version,
  })
  return { ...program, rules }
}

function requireProgram<T>(program: T | null, id: string): T {
  if (!program) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no loyalty program ${id}`)
  }
  return program
}

function changesOf(
  { name, rules }: CurrentProgram,
  next: Partial<ProgramRules> & { name?: string }
): ProgramChanges {
  const before = { name, ...rules }
  const changes: ProgramChanges = {}
  for (const field of ["name", ...RULE_FIELDS] as const) {
    const to = next[field]
    if (to !== undefined && to !== before[field]) {
      changes[field] = { from: before[field], to }
    }
  }
  return changes
}

async function insertVersion(
  manager: EntityManager,
  program: CurrentProgram,
  changes: ProgramChanges,
  actor: Actor | null,
  now: Date
): Promise<void> {
  await manager.insert(LoyaltyProgramVersion, {
    program_id: program.id,
    version: program.version,
    currency_code: program.currency_code,
    name: program.name,
    rules: program.rules,
    changes,
    actor_type: actor?.type ?? null,
    actor_id: actor?.id ?? null,
    created_at: now,
  })
}
