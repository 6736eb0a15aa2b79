CREATE TABLE `bots` (
	`channel` text PRIMARY KEY NOT NULL,
	`info` text NOT NULL,
	`stored_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `case_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`author` text NOT NULL,
	`by` text,
	`sealed` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_messages_case` ON `case_messages` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `contact_households` (
	`contact_id` text NOT NULL,
	`household_id` text NOT NULL,
	`how` text NOT NULL,
	`linked_at` text NOT NULL,
	PRIMARY KEY(`contact_id`, `household_id`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contact_households_household` ON `contact_households` (`household_id`);--> statement-breakpoint
CREATE TABLE `ledger` (
	`person_id` text NOT NULL,
	`programme` text NOT NULL,
	`school_year` integer NOT NULL,
	`state` text NOT NULL,
	`told_on` text,
	`applied_on` text,
	`granted_on` text,
	`paid_on` text,
	`refused_on` text,
	`granted_amount` integer,
	`paid_amount` integer,
	`sealed_reason` text,
	`import_id` text,
	`line` integer,
	PRIMARY KEY(`person_id`, `programme`, `school_year`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `link_tries` (
	`key` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`key`, `day`)
);
--> statement-breakpoint
CREATE TABLE `misunderstandings` (
	`id` text PRIMARY KEY NOT NULL,
	`language` text,
	`sealed` text NOT NULL,
	`intent` text NOT NULL,
	`topic` text,
	`confidence` real NOT NULL,
	`received_on` text NOT NULL,
	`label_intent` text,
	`label_topic` text,
	`labelled_by` text,
	`labelled_at` text
);
--> statement-breakpoint
CREATE TABLE `offices` (
	`county` text NOT NULL,
	`programme` text NOT NULL,
	`opens_on` text,
	`closes_on` text,
	`papers` text,
	`papers_bo` text,
	`place` text,
	`place_bo` text,
	`telephone` text,
	`valid_from` text NOT NULL,
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	PRIMARY KEY(`county`, `programme`, `valid_from`)
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`kind` text NOT NULL,
	`priority` integer NOT NULL,
	`contact_id` text,
	`address_index` text NOT NULL,
	`sealed` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` text NOT NULL,
	`lease_until` text,
	`lease` text,
	`provider_id` text,
	`code` text,
	`created_at` text NOT NULL,
	`settled_at` text,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`channel`,`priority`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_address` ON `outbox` (`address_index`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_provider` ON `outbox` (`channel`,`provider_id`);--> statement-breakpoint
ALTER TABLE `cases` ADD `due_on` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `closed_by` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `sealed_text`;--> statement-breakpoint
ALTER TABLE `persons` ADD `name_index` text;--> statement-breakpoint
ALTER TABLE `persons` ADD `link_index` text;--> statement-breakpoint
CREATE INDEX `persons_name` ON `persons` (`name_index`);