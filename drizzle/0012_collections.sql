CREATE TABLE "collection_rights" (
	"collection_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"right" text NOT NULL,
	CONSTRAINT "collection_rights_collection_id_person_id_pk" PRIMARY KEY("collection_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "collection_scenarios" (
	"scenario_id" uuid PRIMARY KEY NOT NULL,
	"collection_id" uuid NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" jsonb NOT NULL,
	"authentic_languages" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"request_id" uuid NOT NULL,
	CONSTRAINT "collections_request" UNIQUE("created_by","request_id")
);
--> statement-breakpoint
ALTER TABLE "collection_rights" ADD CONSTRAINT "collection_rights_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_rights" ADD CONSTRAINT "collection_rights_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_scenarios" ADD CONSTRAINT "collection_scenarios_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_scenarios" ADD CONSTRAINT "collection_scenarios_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collection_rights_person" ON "collection_rights" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "collection_scenarios_collection" ON "collection_scenarios" USING btree ("collection_id","position");--> statement-breakpoint
-- Lists now know of each text whether its language leads and whether it is out of date: the next start reads that anew (lib/scenarios/fill-items.ts).
UPDATE "scenarios" SET "items" = NULL;
