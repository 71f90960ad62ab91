import type { MigrationInterface, QueryRunner } from "typeorm"

import { CREATE_LEDGER_FUNCTIONS, LEDGER_FUNCTION_NAMES } from "./ledger-functions"

/** The ledger's primitives: one function each, called in one round trip. */
export class CreateLedgerFunctions1795219200003 implements MigrationInterface {
  name = "CreateLedgerFunctions1795219200003"

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of CREATE_LEDGER_FUNCTIONS) {
      await queryRunner.query(sql)
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of [...LEDGER_FUNCTION_NAMES].reverse()) {
      await queryRunner.query(`DROP FUNCTION ${name}`)
    }
    await queryRunner.query(`DROP TYPE loyalty_consumption`)
    await queryRunner.query(`DROP TYPE loyalty_entry`)
  }
}
