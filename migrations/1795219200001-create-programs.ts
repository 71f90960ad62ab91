import type { MigrationInterface, QueryRunner } from "typeorm"

/** One live program per currency, and every version that its rules ever had. */
export class CreatePrograms1795219200001 implements MigrationInterface {
  name = "CreatePrograms1795219200001"

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE loyalty_program (
        id text PRIMARY KEY,
        currency_code text NOT NULL,
        name text NOT NULL,
        version integer NOT NULL CHECK (version >= 1),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz
      )`)
    await queryRunner.query(`
      CREATE UNIQUE INDEX loyalty_program_currency_unique
      ON loyalty_program (currency_code) WHERE deleted_at IS NULL`)
    await queryRunner.query(`
      CREATE TABLE loyalty_program_version (
        program_id text NOT NULL,
        version integer NOT NULL,
        currency_code text NOT NULL,
        name text NOT NULL,
        rules jsonb NOT NULL,
        changes jsonb NOT NULL,
        actor_type text,
        actor_id text,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (program_id, version)
      )`)
    await queryRunner.query(`
      CREATE INDEX loyalty_program_version_in_force
      ON loyalty_program_version (currency_code, created_at DESC)`)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE loyalty_program_version`)
    await queryRunner.query(`DROP TABLE loyalty_program`)
  }
}
