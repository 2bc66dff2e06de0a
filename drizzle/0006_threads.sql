CREATE TABLE "comment_mentions" (
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "comment_mentions_comment_id_person_id_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "comment_translations" (
	"comment_id" uuid NOT NULL,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_translations_comment_id_language_pk" PRIMARY KEY("comment_id","language")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"part" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "thread_reads" (
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_up_to" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_reads_thread_id_person_id_pk" PRIMARY KEY("thread_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "kind" text DEFAULT 'general' NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "anchor_start" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "anchor_end" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "quote" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "internal_to" uuid;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "assigned_person" uuid;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "assigned_delegation" uuid;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_translations" ADD CONSTRAINT "comment_translations_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_translations" ADD CONSTRAINT "comment_translations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_mentions_person" ON "comment_mentions" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_internal_to_delegations_id_fk" FOREIGN KEY ("internal_to") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_assigned_person_people_id_fk" FOREIGN KEY ("assigned_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_assigned_delegation_delegations_id_fk" FOREIGN KEY ("assigned_delegation") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;