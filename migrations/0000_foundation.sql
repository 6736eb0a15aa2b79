CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`contact_id` text,
	`household_id` text,
	`county` text,
	`sealed_text` text NOT NULL,
	`opened_at` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_reference` ON `cases` (`reference`);--> statement-breakpoint
CREATE INDEX `cases_queue` ON `cases` (`state`,`county`,`opened_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_open_once` ON `cases` (`contact_id`,`kind`) WHERE "cases"."state" = 'open';--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`address_index` text NOT NULL,
	`sealed_address` text NOT NULL,
	`language` text,
	`stopped` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_address` ON `contacts` (`address_index`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`person_id` text NOT NULL,
	`field` text NOT NULL,
	`value` text,
	`register_value` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`person_id`, `field`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `guards` (
	`id` integer PRIMARY KEY NOT NULL,
	`ok` integer NOT NULL,
	CONSTRAINT "guards_ok" CHECK("guards"."ok" = 1)
);
--> statement-breakpoint
CREATE TABLE `household_telephones` (
	`household_id` text NOT NULL,
	`address_index` text NOT NULL,
	`import_id` text NOT NULL,
	PRIMARY KEY(`household_id`, `address_index`),
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `household_telephones_address` ON `household_telephones` (`address_index`);--> statement-breakpoint
CREATE TABLE `households` (
	`id` text PRIMARY KEY NOT NULL,
	`number_index` text NOT NULL,
	`sealed` text NOT NULL,
	`county` text NOT NULL,
	`township` text,
	`village` text,
	`village_key` text NOT NULL,
	`rural` integer,
	`language` text,
	`taken_on` text NOT NULL,
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`content_index` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `households_number` ON `households` (`number_index`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`digest` text NOT NULL,
	`kind` text NOT NULL,
	`taken_on` text NOT NULL,
	`by` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`state` text NOT NULL,
	`counts` text
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text,
	`channel` text NOT NULL,
	`provider_id` text NOT NULL,
	`received_at` text NOT NULL,
	`state` text NOT NULL,
	`sealed` text NOT NULL,
	`intent` text,
	`topic` text,
	`language` text,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_provider` ON `messages` (`channel`,`provider_id`);--> statement-breakpoint
CREATE INDEX `messages_contact` ON `messages` (`contact_id`,`id`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`number_index` text NOT NULL,
	`sex` text,
	`relation` text,
	`birth_date` text,
	`stage` text,
	`final_year` integer,
	`school_place` text,
	`completed` text,
	`occupation` text,
	`taken_on` text NOT NULL,
	`missing_since` text,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_number` ON `persons` (`number_index`);--> statement-breakpoint
CREATE INDEX `persons_household` ON `persons` (`household_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`sealed` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `standings` (
	`household_id` text NOT NULL,
	`from_day` text NOT NULL,
	`standing` text NOT NULL,
	`import_id` text NOT NULL,
	PRIMARY KEY(`household_id`, `from_day`),
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `villages` (
	`key` text PRIMARY KEY NOT NULL,
	`code` text,
	`county` text NOT NULL,
	`township` text,
	`name` text NOT NULL,
	`poor` integer,
	`population` integer,
	`import_id` text NOT NULL
);
