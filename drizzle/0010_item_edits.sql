CREATE TABLE "item_edits" (
	"scenario_id" uuid NOT NULL,
	"item" text NOT NULL,
	"first_seq" bigint NOT NULL,
	"last_seq" bigint NOT NULL,
	"person_id" uuid,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"changed" boolean NOT NULL,
	"behind" smallint NOT NULL,
	"head" integer NOT NULL,
	"tail" integer NOT NULL,
	"middle" text NOT NULL,
	CONSTRAINT "item_edits_scenario_id_item_first_seq_pk" PRIMARY KEY("scenario_id","item","first_seq")
);
--> statement-breakpoint
CREATE TABLE "item_histories" (
	"scenario_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "item_edits" ADD CONSTRAINT "item_edits_scenario_id_item_histories_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."item_histories"("scenario_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_edits" ADD CONSTRAINT "item_edits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_histories" ADD CONSTRAINT "item_histories_scenario_id_documents_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."documents"("scenario_id") ON DELETE cascade ON UPDATE no action;