import type { DataSource } from "typeorm"

import { orderOf, Parameters, whereOf } from "./where"
import type { Filters, QueryField } from "./where"

/** The part of Query's configuration that applies to flat entities. */
export type ListConfig = {
  take?: number | null
  skip?: number | null
  order?: Record<string, unknown>
}

/** An entity as Query sees it. `select` and `from` are SQL; `toDTO` makes the API's object. */
export type Queryable<Row, DTO> = {
  select: string
  from: string
  fields: Record<string, QueryField>
  defaultOrder: string
  toDTO: (row: Row) => DTO
}

export async function listQueryable<Row, DTO>(
  dataSource: DataSource,
  entity: Queryable<Row, DTO>,
  filters: Filters = {},
  config: ListConfig = {}
): Promise<DTO[]> {
  const parameters = new Parameters()
  const where = whereOf(filters, entity.fields, parameters)
  const order = orderOf(config.order, entity.fields, entity.defaultOrder)
  const limit = config.take ? `LIMIT ${parameters.add(config.take)}` : ""
  const offset = config.skip ? `OFFSET ${parameters.add(config.skip)}` : ""
  const rows = await dataSource.query<Row[]>(
    `SELECT ${entity.select} FROM ${entity.from} WHERE ${where} ORDER BY ${order} ${limit} ${offset}`,
    parameters.values
  )
  return rows.map(entity.toDTO)
}

export async function countQueryable<Row, DTO>(
  dataSource: DataSource,
  entity: Queryable<Row, DTO>,
  filters: Filters = {}
): Promise<number> {
  const parameters = new Parameters()
  const where = whereOf(filters, entity.fields, parameters)
  const [row] = await dataSource.query<{ count: string }[]>(
    `SELECT count(*) FROM ${entity.from} WHERE ${where}`,
    parameters.values
  )
  return Number(row?.count ?? 0)
}
