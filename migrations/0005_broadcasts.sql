CREATE TABLE `broadcast_deliveries` (
	`run_id` text NOT NULL,
	`key` text NOT NULL,
	`household_id` text NOT NULL,
	`language` text,
	`channel` text,
	`outbox_id` text,
	`reason` text,
	`programme` text,
	`day` text NOT NULL,
	`to_tell` text,
	PRIMARY KEY(`run_id`, `key`),
	FOREIGN KEY (`run_id`) REFERENCES `broadcast_runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `broadcast_deliveries_household` ON `broadcast_deliveries` (`household_id`,`programme`,`day`);--> statement-breakpoint
CREATE INDEX `broadcast_deliveries_skipped` ON `broadcast_deliveries` (`run_id`,`reason`) WHERE reason is not null;--> statement-breakpoint
CREATE INDEX `broadcast_deliveries_to_tell` ON `broadcast_deliveries` (`run_id`) WHERE to_tell is not null;--> statement-breakpoint
CREATE TABLE `broadcast_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`broadcast_id` text NOT NULL,
	`number` integer NOT NULL,
	`pass` integer DEFAULT 1 NOT NULL,
	`due_at` text NOT NULL,
	`started_at` text,
	`finished_at` text,
	`cursor` text,
	`is_through` integer DEFAULT false NOT NULL,
	`size` integer,
	`mark_at` text,
	`mark_settled` integer DEFAULT 0 NOT NULL,
	`rate` real,
	FOREIGN KEY (`broadcast_id`) REFERENCES `broadcasts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `broadcast_runs_number` ON `broadcast_runs` (`broadcast_id`,`number`);--> statement-breakpoint
CREATE TABLE `broadcasts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`writers` text NOT NULL,
	`county` text NOT NULL,
	`township` text,
	`audience` text NOT NULL,
	`sealed` text NOT NULL,
	`send_at` text,
	`repeat` text,
	`rest_days` integer NOT NULL,
	`estimate` text NOT NULL,
	`created_at` text NOT NULL,
	`submitted_by` text,
	`submitted_at` text,
	`approved_by` text,
	`approved_at` text,
	`verb` text NOT NULL,
	`verb_by` text NOT NULL,
	`verb_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `broadcasts_state` ON `broadcasts` (`state`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	`answer` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`actor`, `key`)
);
