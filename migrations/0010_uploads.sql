CREATE TABLE `import_before` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`what` text NOT NULL,
	`rows` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `import_before_import` ON `import_before` (`import_id`,`what`);--> statement-breakpoint
CREATE TABLE `import_headers` (
	`area_code` text NOT NULL,
	`kind` text NOT NULL,
	`header` text NOT NULL,
	`column` text NOT NULL,
	PRIMARY KEY(`area_code`, `kind`, `header`)
);
--> statement-breakpoint
CREATE TABLE `upload_findings` (
	`upload_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`upload_id`, `kind`, `at`),
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `upload_pieces` (
	`upload_id` text NOT NULL,
	`at` integer NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`upload_id`, `at`),
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file` text NOT NULL,
	`digest` text NOT NULL,
	`bytes` integer NOT NULL,
	`by` text NOT NULL,
	`role` text NOT NULL,
	`area_code` text NOT NULL,
	`township` text,
	`taken_on` text,
	`mapping` text DEFAULT '[]' NOT NULL,
	`state` text NOT NULL,
	`fault` text,
	`sealed` text,
	`import_ids` text DEFAULT '[]' NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer,
	`started_at` text,
	`lease_until` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `uploads_area` ON `uploads` (`area_code`,`id`);--> statement-breakpoint
CREATE INDEX `uploads_state` ON `uploads` (`state`);--> statement-breakpoint
ALTER TABLE `corrections` ADD `sealed_why` text;