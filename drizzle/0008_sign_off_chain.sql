CREATE TABLE "sign_off_records" (
	"position" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"previous" text NOT NULL,
	"record" text NOT NULL,
	"request_id" uuid,
	"kind" text GENERATED ALWAYS AS (((record::jsonb) ->> 'kind')::text) STORED NOT NULL,
	"scenario_id" uuid GENERATED ALWAYS AS (((record::jsonb) ->> 'scenario')::uuid) STORED NOT NULL,
	"snapshot" integer GENERATED ALWAYS AS (((record::jsonb) ->> 'snapshot')::integer) STORED NOT NULL,
	"offer" bigint GENERATED ALWAYS AS (((record::jsonb) ->> 'offer')::bigint) STORED,
	"delegation_id" uuid GENERATED ALWAYS AS (((record::jsonb) ->> 'delegation')::uuid) STORED,
	"signer_id" uuid GENERATED ALWAYS AS (((record::jsonb) ->> 'signer')::uuid) STORED NOT NULL,
	CONSTRAINT "sign_off_records_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "signers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"salt" text NOT NULL,
	"name" text NOT NULL,
	"office" text NOT NULL,
	"function" text NOT NULL,
	"delegation" text
);
--> statement-breakpoint
ALTER TABLE "scenarios" ADD COLUMN "frozen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scenarios" ADD COLUMN "frozen_by" uuid;--> statement-breakpoint
ALTER TABLE "sign_off_records" ADD CONSTRAINT "sign_off_records_signer_id_signers_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."signers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signers" ADD CONSTRAINT "signers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_off_records_scenario" ON "sign_off_records" USING btree ("scenario_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_records_request" ON "sign_off_records" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_records_signature" ON "sign_off_records" USING btree ("offer","delegation_id") WHERE kind = 'signature';--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_records_withdrawal" ON "sign_off_records" USING btree ("offer") WHERE kind = 'withdrawal';--> statement-breakpoint
CREATE INDEX "signers_person" ON "signers" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_frozen_by_people_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A record only continues the chain, and is what its hash says. One writer at a time; the lock is the application's, too (lib/db/sign-off-chain.ts).
CREATE FUNCTION "continue_sign_off_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	last_position bigint;
	last_hash text;
BEGIN
	PERFORM pg_advisory_xact_lock(4112019);
	SELECT "position", "hash" INTO last_position, last_hash FROM "sign_off_records" ORDER BY "position" DESC LIMIT 1;
	IF NEW."position" <> coalesce(last_position, 0) + 1
		OR NEW."previous" <> coalesce(last_hash, repeat('0', 64))
		OR NEW."hash" <> encode(sha256(convert_to(NEW."record", 'UTF8')), 'hex')
		OR (NEW."record"::jsonb ->> 'position')::bigint <> NEW."position"
		OR NEW."record"::jsonb ->> 'previous' <> NEW."previous"
	THEN
		RAISE EXCEPTION 'the record does not continue the chain of sign-offs' USING ERRCODE = 'integrity_constraint_violation';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "sign_off_records_continue_the_chain" BEFORE INSERT ON "sign_off_records" FOR EACH ROW EXECUTE FUNCTION "continue_sign_off_chain"();--> statement-breakpoint
CREATE TRIGGER "sign_off_records_are_written_once" BEFORE UPDATE OR DELETE ON "sign_off_records" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "sign_off_records_are_kept" BEFORE TRUNCATE ON "sign_off_records" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE FUNCTION "let_only_the_account_go"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."person_id" IS NULL AND (NEW."id", NEW."salt", NEW."name", NEW."office", NEW."function", NEW."delegation") IS NOT DISTINCT FROM (OLD."id", OLD."salt", OLD."name", OLD."office", OLD."function", OLD."delegation") THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION '% of % is not allowed: its rows are written once', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "signers_are_written_once" BEFORE UPDATE ON "signers" FOR EACH ROW EXECUTE FUNCTION "let_only_the_account_go"();--> statement-breakpoint
CREATE TRIGGER "signers_are_kept" BEFORE DELETE ON "signers" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
-- Signatures from before the chain become its first records, in the order in which they were given: the same canonical JSON as
-- lib/db/sign-off-chain.ts writes (keys in order, no white space), without an offer, since there was none.
DO $$
DECLARE
	signed record;
	signer_id uuid;
	salt text;
	signer_hash text;
	record_text text;
	last_position bigint := 0;
	last_hash text := repeat('0', 64);
BEGIN
	FOR signed IN
		SELECT s."signer_id" AS person, s."signed_at" AS at, s."delegation_id" AS delegation, s."hash" AS content, v."scenario_id" AS scenario, v."number" AS snapshot, p."name" AS name, p."is_head" AS is_head, d."code" AS code
		FROM "sign_offs" s
		JOIN "snapshots" v ON v."id" = s."snapshot_id"
		JOIN "people" p ON p."id" = s."signer_id"
		JOIN "delegations" d ON d."id" = s."delegation_id"
		ORDER BY s."signed_at", s."id"
	LOOP
		signer_id := gen_random_uuid();
		salt := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
		INSERT INTO "signers" ("id", "person_id", "salt", "name", "office", "function", "delegation")
			VALUES (signer_id, signed.person, salt, normalize(signed.name, NFC), CASE WHEN signed.is_head THEN 'head' ELSE 'speaker' END, '', normalize(signed.code, NFC));
		signer_hash := encode(sha256(convert_to(
			'{"delegation":' || to_json(normalize(signed.code, NFC)) || ',"function":"","id":"' || signer_id || '","name":' || to_json(normalize(signed.name, NFC))
			|| ',"office":"' || CASE WHEN signed.is_head THEN 'head' ELSE 'speaker' END || '","salt":"' || salt || '"}', 'UTF8')), 'hex');
		record_text := '{"at":"' || to_char(signed.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","content":"' || signed.content || '","delegation":"' || signed.delegation
			|| '","deputy":null,"kind":"signature","named":null,"namedHash":null,"offer":null,"position":' || (last_position + 1) || ',"previous":"' || last_hash || '","reason":null,"scenario":"' || signed.scenario
			|| '","signer":"' || signer_id || '","signerHash":"' || signer_hash || '","snapshot":' || signed.snapshot || ',"version":1}';
		last_position := last_position + 1;
		INSERT INTO "sign_off_records" ("position", "hash", "previous", "record") VALUES (last_position, encode(sha256(convert_to(record_text, 'UTF8')), 'hex'), last_hash, record_text);
		last_hash := encode(sha256(convert_to(record_text, 'UTF8')), 'hex');
	END LOOP;
END $$;
