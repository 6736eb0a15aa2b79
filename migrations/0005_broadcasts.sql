DROP INDEX `broadcast_deliveries_skipped`;--> statement-breakpoint
DROP INDEX `broadcast_deliveries_to_tell`;--> statement-breakpoint
CREATE INDEX `broadcast_deliveries_skipped` ON `broadcast_deliveries` (`run_id`,`reason`) WHERE reason is not null;--> statement-breakpoint
CREATE INDEX `broadcast_deliveries_to_tell` ON `broadcast_deliveries` (`run_id`) WHERE to_tell is not null;