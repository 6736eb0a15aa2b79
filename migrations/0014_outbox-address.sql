DROP INDEX `outbox_address`;--> statement-breakpoint
CREATE INDEX `outbox_address` ON `outbox` (`address_index`);