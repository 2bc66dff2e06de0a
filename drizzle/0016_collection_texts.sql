CREATE TABLE "collection_texts" (
	"collection_id" uuid NOT NULL,
	"section" text NOT NULL,
	"language" text NOT NULL,
	"text" jsonb NOT NULL,
	"version" integer NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collection_texts_collection_id_section_language_pk" PRIMARY KEY("collection_id","section","language")
);
--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "description" jsonb DEFAULT '{"en":"","de":"","zh":""}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "collection_texts" ADD CONSTRAINT "collection_texts_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_texts" ADD CONSTRAINT "collection_texts_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;