import type { MigrationInterface, QueryRunner } from "typeorm"

/** The merchant's rules, one live program per currency, and every version they ever had. */
export class CreatePrograms1795219200001 implements MigrationInterface {
  name = "CreatePrograms1795219200001"

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE loyalty_program (
        id text PRIMARY KEY,
        currency_code text NOT NULL,
        name text NOT NULL,
        is_enabled boolean NOT NULL,
        points_per_currency_unit numeric NOT NULL CHECK (points_per_currency_unit >= 0),
        point_value numeric NOT NULL CHECK (point_value > 0),
        minimum_balance bigint NOT NULL CHECK (minimum_balance >= 0),
        minimum_order_total numeric NOT NULL CHECK (minimum_order_total >= 0),
        maximum_discount numeric CHECK (maximum_discount >= 0),
        maximum_discount_percent numeric CHECK (maximum_discount_percent BETWEEN 0 AND 100),
        validity_days integer CHECK (validity_days >= 1),
        earn_on text NOT NULL,
        pending_days integer NOT NULL CHECK (pending_days >= 0),
        earning_basis text NOT NULL,
        rounding text NOT NULL,
        combine_with_promotions boolean NOT NULL,
        clawback_policy text NOT NULL,
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
