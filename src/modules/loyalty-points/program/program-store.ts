import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource, EntityManager } from "typeorm"
import { In, IsNull } from "typeorm"

import { RULE_FIELDS } from "../../../domain/program/rules"
import type { ProgramRules } from "../../../domain/program/rules"
import type { Clock } from "../clock"
import { underlyingError } from "../database/underlying-error"
import { newProgramId } from "../ledger/ids"
import type { Actor, Page, PageRequest } from "../ledger/types"
import { LoyaltyProgramVersion } from "./program-version.entity"
import type { ProgramChanges } from "./program-version.entity"
import { LoyaltyProgram } from "./program.entity"
import { toProgram, toProgramVersion } from "./program-dto"
import { rulesOf } from "./rules-of"
import type {
  CreateProgramInput,
  LoyaltyProgramDTO,
  LoyaltyProgramVersionDTO,
  ProgramInForce,
  UpdateProgramInput,
} from "./types"

const CURRENCY_INDEX = "loyalty_program_currency_unique"

/** Programs and all versions they ever had. A change and its version are one transaction. */
export class ProgramStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /** The currency's program as it is now; null without one. One indexed query. */
  async ofCurrency(currencyCode: string): Promise<ProgramInForce | null> {
    const program = await this.repository().findOneBy({
      currency_code: currencyCode,
      deleted_at: IsNull(),
    })
    return program && { ...program, rules: rulesOf(program) }
  }

  /** @throws NOT_FOUND */
  async retrieve(id: string): Promise<LoyaltyProgramDTO> {
    const found = await this.repository().findOneBy({ id, deleted_at: IsNull() })
    return toProgram(requireProgram(found, id))
  }

  /**
   * The rules of a currency that were in force at a moment: the latest version written until then.
   * Versions of deleted programs count, so that an order can be settled long after.
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

  /** @throws DUPLICATE_ERROR when the currency has a program already */
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
   * Creates the programs of those currencies that never had one: what was changed or deleted since
   * stays so. Of several instances that start at once, one creates them; returns what was created.
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
      const program = requireProgram(await lockProgram(manager, id), id)
      const changes = changesOf(program, { name: input.name, ...input.rules })
      if (Object.keys(changes).length === 0) {
        return { program: toProgram(program), changes }
      }
      manager.merge<LoyaltyProgram>(LoyaltyProgram, program, input.rules ?? {}, {
        name: input.name ?? program.name,
        version: program.version + 1,
        updated_at: now,
      })
      await manager.update(LoyaltyProgram, { id }, program)
      await insertVersion(manager, program, changes, actor, now)
      return { program: toProgram(program), changes }
    })
  }

  /** Ends a program with a last, disabled version; what was placed under it settles as it was. */
  async delete(id: string, actor: Actor | null = null, now = this.now()): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const program = requireProgram(await lockProgram(manager, id), id)
      manager.merge(LoyaltyProgram, program, {
        is_enabled: false,
        version: program.version + 1,
        updated_at: now,
        deleted_at: now,
      })
      await manager.update(LoyaltyProgram, { id }, program)
      const deleted: ProgramChanges = { deleted_at: { from: null, to: now.toISOString() } }
      await insertVersion(manager, program, deleted, actor, now)
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

  private repository() {
    return this.dataSource.getRepository(LoyaltyProgram)
  }
}

async function insertProgram(
  manager: EntityManager,
  input: CreateProgramInput,
  actor: Actor | null,
  now: Date
): Promise<LoyaltyProgram> {
  const program = manager.create(LoyaltyProgram, {
    id: newProgramId(),
    currency_code: input.currency_code,
    name: input.name,
    ...input.rules,
    version: 1,
    created_at: now,
    updated_at: now,
  })
  await manager.insert(LoyaltyProgram, program)
  await insertVersion(manager, program, {}, actor, now)
  return program
}

/** Those whose currency has no program and never had one. */
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

async function lockProgram(manager: EntityManager, id: string): Promise<LoyaltyProgram | null> {
  return manager.findOne(LoyaltyProgram, {
    where: { id, deleted_at: IsNull() },
    lock: { mode: "pessimistic_write" },
  })
}

function requireProgram(program: LoyaltyProgram | null, id: string): LoyaltyProgram {
  if (!program) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no loyalty program ${id}`)
  }
  return program
}

function changesOf(
  program: LoyaltyProgram,
  next: Partial<ProgramRules> & { name?: string }
): ProgramChanges {
  const changes: ProgramChanges = {}
  for (const field of ["name", ...RULE_FIELDS] as const) {
    const to = next[field]
    if (to !== undefined && to !== program[field]) {
      changes[field] = { from: program[field], to }
    }
  }
  return changes
}

async function insertVersion(
  manager: EntityManager,
  program: LoyaltyProgram,
  changes: ProgramChanges,
  actor: Actor | null,
  now: Date
): Promise<void> {
  await manager.insert(LoyaltyProgramVersion, {
    program_id: program.id,
    version: program.version,
    currency_code: program.currency_code,
    name: program.name,
    rules: rulesOf(program),
    changes,
    actor_type: actor?.type ?? null,
    actor_id: actor?.id ?? null,
    created_at: now,
  })
}
