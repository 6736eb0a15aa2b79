CREATE TABLE `outbox_broadcasts` (
	`broadcast_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox_channels` (
	`channel` text PRIMARY KEY NOT NULL,
	`next_at` integer NOT NULL,
	`held_until` integer NOT NULL,
	`trouble` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
DROP INDEX `outbox_provider`;--> statement-breakpoint
DROP INDEX `outbox_due`;--> statement-breakpoint
ALTER TABLE `outbox` ADD `broadcast_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `asked` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_lease` ON `outbox` (`lease_until`) WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX `outbox_lost` ON `outbox` (`channel`,`due_at`) WHERE state = 'unknown' and lease is not null;--> statement-breakpoint
CREATE INDEX `outbox_broadcast` ON `outbox` (`broadcast_id`,`state`) WHERE broadcast_id is not null;--> statement-breakpoint
CREATE INDEX `outbox_contact` ON `outbox` (`contact_id`) WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`channel`,`priority`,`broadcast_id`,`due_at`) WHERE state = 'queued';