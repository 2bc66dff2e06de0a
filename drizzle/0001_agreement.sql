ALTER TABLE "comments" ADD COLUMN "request_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "parties" uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "request_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_request" UNIQUE("author_id","request_id");--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_request" UNIQUE("created_by","request_id");--> statement-breakpoint
-- What was said, fixed or signed is never rewritten, not even by a mistake of this application's own.
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% of % is not allowed: its rows are written once', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "snapshots_are_written_once" BEFORE UPDATE OR DELETE ON "snapshots" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "sign_offs_are_written_once" BEFORE UPDATE OR DELETE ON "sign_offs" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "document_updates_are_written_once" BEFORE UPDATE OR DELETE ON "document_updates" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
