// Written by "npm run api" from openapi.json of the server; edit nothing here.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActionEffect: {
            /**
             * Format: int32
             * @description of those, who pass the second
             */
            applicable: number;
            /**
             * Format: int32
             * @description customers who pass the first stage
             */
            eligible: number;
            id: string;
            /**
             * Format: int32
             * @description customers who pass all three as it is live; null = it is not there
             */
            live: number | null;
            /** @description all three stages in words */
            sentence: string;
            /**
             * Format: int32
             * @description of those, who pass the third
             */
            suitable: number;
        };
        ActionFigures: {
            channel: string;
            /**
             * Format: int32
             * @description for whom the action is ranked first
             */
            customers: number;
            /**
             * Format: double
             * @description sum over those customers, in the currency of config.yml
             */
            expectedValue: number;
            id: string;
            name: string;
            /** @description id of the segment most of them are in */
            segmentTop: string;
        };
        ActionView: {
            channel: string;
            /** @description eligibility, applicability and suitability together; null for the fallback */
            condition: unknown;
            /** Format: double */
            cost: number;
            /**
             * Format: int32
             * @description who meet the whole engagement rule; null = not counted yet
             */
            customers: number | null;
            description: string;
            fallback: boolean;
            id: string;
            kind: string;
            /** Format: double */
            lever: number;
            name: string;
            /** Format: int32 */
            priority: number;
            propensity: string;
            /**
             * Format: int32
             * @description for whom it is ranked first; null = not counted yet
             */
            recommended: number | null;
            sentence: string;
            /**
             * Format: double
             * @description of the customers for whom it is ranked first, 0..1; null = not counted yet
             */
            share: number | null;
            /** Format: int32 */
            validDays: number;
            value: string;
        };
        /** @description A setting that may be changed for one training. */
        AdjustableSetting: {
            /** @description of a choice; empty = it is none */
            choices: string[];
            description: string;
            /**
             * Format: double
             * @description of a number; null = it is none
             */
            highest: number | null;
            /** @enum {string} */
            kind: "WHOLE_NUMBER" | "NUMBER" | "YES_NO" | "CHOICE" | "FEATURES";
            /**
             * Format: double
             * @description of a number; null = it is none
             */
            lowest: number | null;
            name: string;
            /** @description what the recipe says, or what holds because it says nothing */
            value: string;
        };
        AliasRequest: {
            /** @description hash of a version; null takes the alias away */
            model?: string | null;
            reason: string;
        };
        /** @description Whether the caller may do something now: what the server would answer. */
        Allowance: {
            allowed: boolean;
            /** @description why not, in a sentence or two; null = it is allowed */
            why: string | null;
        };
        /** @description A key as shown ever after. */
        ApiKey: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            name: string;
            roles: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
        };
        ApprovalRequest: {
            /** @description why the caller agrees, may be empty */
            text: string;
        };
        ArbitrationView: {
            /** @description how actions are ranked */
            sentence: string;
        };
        ArchiveRequest: {
            /** @description whether it is put away or taken back */
            archived: boolean;
            reason: string;
        };
        /** @description That a version was put away: lists and choices leave it out. */
        Archived: {
            /** Format: date-time */
            at: string;
            by: string;
            reason: string;
        };
        ArmView: {
            actions: components["schemas"]["PartView"][];
            /** Format: int32 */
            customers: number;
            expectedValue: components["schemas"]["MeanView"];
            /**
             * Format: int32
             * @description customers whose first action is not the fallback
             */
            reached: number;
            /** Format: double */
            reachedShare: number;
            segments: components["schemas"]["PartView"][];
            /**
             * Format: double
             * @description of all customers, 0..1
             */
            share: number;
        };
        /** @description One declared attribute of a customer. */
        Attribute: {
            /** @description whether nobody can change it, e.g. an age: never named as what would change a decision */
            fixed: boolean;
            /** @description as shown, e.g. Annual income */
            label: string;
            /**
             * Format: double
             * @description largest valid number; null = no limit
             */
            maximum: number | null;
            /**
             * Format: double
             * @description smallest valid number; null = no limit
             */
            minimum: number | null;
            /** @description lower-case letters, digits and underscores, e.g. annual_income */
            name: string;
            /** @description whether it identifies a person and is masked for roles that need not see it */
            personal: boolean;
            /** @description whether an import must bring its column */
            required: boolean;
            /** @enum {string} */
            role: "IDENTIFIER" | "NAME" | "CONTACT" | "CONSENT" | "SIGNUP_DATE" | "FACT";
            /** @enum {string} */
            type: "TEXT" | "NUMBER" | "WHOLE_NUMBER" | "YES_NO" | "DATE";
            /** @description of a number, e.g. EUR per year; empty = none */
            unit: string;
            /** @description the only valid texts; empty = any */
            values: string[];
        };
        /** @description How groups of customers fare in a simulation by one attribute that nobody can change. */
        AttributeGroups: {
            /** @description its name */
            attribute: string;
            groups: components["schemas"]["GroupView"][];
            /** @description as shown */
            label: string;
        };
        AttributeView: {
            label: string;
            /** @description the value is there, but the caller's roles see PersonalData#MASK in its place */
            masked: boolean;
            name: string;
            personal: boolean;
            type: string;
            unit: string;
            /** @description text, number, true/false or ISO date; null = missing */
            value: unknown;
        };
        /** @description What each input adds to one score, exactly. */
        Attribution: {
            /**
             * Format: double
             * @description what the model says on average over its training rows, on the scale; of a distance, 0
             */
            baseline: number;
            /**
             * Format: double
             * @description the score there; of a distance, the score that was next
             */
            baselineScore: number;
            /**
             * @description on which the shares add up
             * @enum {string}
             */
            scale: "UNIT" | "LOG" | "LOG_ODDS" | "DISTANCE";
            /** @description name of the score */
            score: string;
            /** @description one per input that the model asks about, in the model's order; baseline and shares add up to the score on the scale */
            shares: components["schemas"]["InputShare"][];
        };
        /** @description What an export would come to, as of the last run. When the file is written, consent is asked for again. */
        AudiencePreview: {
            /** Format: date-time */
            asOf: string;
            /**
             * Format: int32
             * @description who would be in the file
             */
            customers: number;
            /** @description the first of them by id */
            sample: components["schemas"]["AudienceSampleCustomer"][];
            suppressed: components["schemas"]["Suppressed"];
        };
        /** @description One of them. */
        AudienceSampleCustomer: {
            /** Format: double */
            churnRisk: number | null;
            /** Format: double */
            clv: number | null;
            id: string;
            /** @description null = unknown, or not for the caller */
            name: string | null;
            /** @description its id */
            segment: string;
            topAction: string;
        };
        /** @description An audience as it is shown. */
        AudienceView: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /**
             * Format: int32
             * @description whom it chooses in the base of the last run, before anybody is suppressed; null = not known
             */
            customers: number | null;
            id: string;
            /** @description the last one whose file was written; null = none */
            lastExport: components["schemas"]["ExportView"] | null;
            name: string;
            /** @description the choice in words; empty before the first run */
            sentence: string;
            source: unknown;
        };
        /** @description One thing somebody did. */
        AuditEvent: {
            /** @description a user name, key:<name> for an API key, or system */
            actor: string;
            /**
             * Format: date-time
             * @description UTC, whole milliseconds
             */
            at: string;
            /** @description in words; no personal data beyond ids */
            detail: string;
            /** @description SHA-256, in hex, of the hash before it and of all the other fields */
            hash: string;
            /** @description what was done, e.g. USER_CHANGED */
            kind: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... without gaps
             */
            sequence: number;
            /** @description to what or whom: an id or a hash */
            subject: string;
        };
        /** @description Whether the audit trail is as it was written. */
        AuditVerification: {
            /**
             * Format: int64
             * @description the first sequence that does not follow from the one before it; null = none
             */
            brokenAt: number | null;
            /**
             * Format: int64
             * @description counted from the first to the last, or to the break
             */
            events: number;
            valid: boolean;
        };
        /** @description How conditions are decided. */
        BaseView: {
            /**
             * Format: int32
             * @description generated customers on whom all were compared when the strategy was compiled
             */
            comparedCustomers: number;
            /**
             * @description COLUMNS, or DROOLS after it disagreed with the columns, or with the tests that decide single customers
             * @enum {string}
             */
            decidedBy: "COLUMNS" | "DROOLS";
            /** @description where they disagreed, in words; null = nowhere */
            difference: string | null;
        };
        /** @description An answer for every record, in the order of the questions. */
        BatchAnswer: {
            id: string | null;
            responses: components["schemas"]["OpenscoringAnswer"][];
        };
        /** @description A part of the range of values and the shares of the customers in it, then and now. */
        Bin: {
            /** @description of a Kind#CATEGORY; null = another kind */
            category: string | null;
            /**
             * Format: double
             * @description the same now
             */
            current: number;
            /**
             * Format: double
             * @description lower end of an Kind#INTERVAL, or the value of a Kind#VALUE; null = open
             */
            from: number | null;
            /** @enum {string} */
            kind: "INTERVAL" | "VALUE" | "CATEGORY" | "OTHER" | "MISSING";
            /**
             * Format: double
             * @description share of all customers then, those without a value included, 0..1
             */
            reference: number;
            /**
             * Format: double
             * @description upper end of an Kind#INTERVAL, or the value of a Kind#VALUE; null = open
             */
            to: number | null;
        };
        /** @description A customer as both strategies decide, as of the instant of the simulation and from what is known of the customer now. */
        BothSides: {
            /** @description the same under the strategy tried */
            after: {
                [key: string]: unknown;
            };
            /** @description a decision with its reasons, as under /decisions */
            before: {
                [key: string]: unknown;
            };
        };
        BroughtContact: {
            /** @description id; left out = none of ours */
            action?: string | null;
            /** Format: date-time */
            at?: string | null;
            channel?: string | null;
        };
        /** @description A customer who need not be in the base. */
        BroughtCustomer: {
            /** @description by declared name; a missing one is left out or null */
            attributes?: unknown;
            /** @description with them, in any order; those after asOf do not count */
            contacts?: components["schemas"]["BroughtContact"][] | null;
            id?: string | null;
            /** @description in any order; those after asOf do not count */
            transactions?: components["schemas"]["BroughtTransaction"][] | null;
        };
        BroughtTransaction: {
            /**
             * Format: double
             * @description in the currency of config.yml; negative = refunded
             */
            amount?: number | null;
            channel?: string | null;
            /** Format: date-time */
            occurredAt?: string | null;
            reference?: string | null;
        };
        /** @description Customers whose first action goes by a channel, the fallback included. */
        ByChannel: {
            /** Format: int64 */
            after: number;
            /** Format: int64 */
            before: number;
            /** @description its id */
            channel: string;
            /** @description whether the strategy before has no such channel */
            isNew: boolean;
            label: string;
        };
        /** @description One reason for doubt. */
        CardFinding: {
            /** @description it is about; may be empty */
            features: string[];
            /** @enum {string} */
            kind: "GIVEAWAY" | "COMPUTABLE_TARGET" | "TIME_LEAK" | "COPIES" | "FEW_ROWS" | "UNSTABLE_METRIC" | "SIMPLER_MODEL" | "NOT_IDENTIFIED" | "NO_TIME";
            /** @description whether models with and without these features were compared; false = it is suspected */
            measured: boolean;
            /** @description one sentence */
            text: string;
        };
        CellProblem: {
            /** @description as people name it: C7 */
            cell: string;
            text: string;
        };
        /** @description A model that a simulated strategy has and the live one has not. */
        Challenger: {
            /** @description reasons for doubt on its card */
            findings: components["schemas"]["CardFinding"][];
            hash: string;
            label: string;
            promotion: components["schemas"]["Promotion"];
            score: string;
            version: string;
        };
        ChallengerEnd: {
            /**
             * Format: int32
             * @description the version the caller sees as live
             */
            expectedVersion: number;
            /**
             * @description the strategy that decides for everybody from now on
             * @enum {string}
             */
            kept: "CHAMPION" | "CHALLENGER";
            /** @description as the history of the strategy and the audit trail have it */
            reason: string;
        };
        /** @description A strategy that decides for a share of the customers while the champion decides for all others. Sticky: the same salt always gives it the same customers, and a larger share all of a smaller one. Independent of every Holdout. */
        ChallengerShare: {
            /** @description another one chooses other customers */
            salt: string;
            /**
             * Format: double
             * @description of the customers, a whole number of thousandths above 0 and below 1
             */
            share: number;
            strategy: components["schemas"]["StrategyHash"];
        };
        /** @description The strategy tried on a share of the customers, compared with the champion. */
        ChallengerView: {
            challenger: string;
            champion: string;
            /** @description null = no run over the whole base has decided by this share yet */
            comparison: components["schemas"]["ComparisonView"] | null;
            /**
             * Format: double
             * @description of the customers, 0..1
             */
            share: number;
            since: components["schemas"]["Publication"];
            /**
             * Format: int32
             * @description that is live
             */
            version: number;
        };
        ChangeStepView: {
            attribute: string;
            /** @description number, text or true/false; null = missing */
            from: unknown;
            label: string;
            to: unknown;
            type: string;
            unit: string;
        };
        /** @description One customer who changes. */
        ChangeView: {
            actionAfter: string;
            actionBefore: string;
            customerId: string;
            segmentAfter: string;
            segmentBefore: string;
            /** Format: double */
            valueAfter: number;
            /** Format: double */
            valueBefore: number;
        };
        ChangedDecisions: {
            actions: components["schemas"]["TransitionMatrix"];
            /**
             * Format: int64
             * @description those who would get another segment or first action
             */
            changed: number;
            /**
             * Format: int64
             * @description decided under both
             */
            customers: number;
            segments: components["schemas"]["TransitionMatrix"];
            /** Format: double */
            valueAfter: number;
            /**
             * Format: double
             * @description sum of the expected values of the first actions, in the currency, their costs already taken off
             */
            valueBefore: number;
        };
        ChannelView: {
            /** @description the attribute that must be yes; empty = the customer comes to us */
            consent: string;
            id: string;
            label: string;
            /** Format: double */
            weight: number;
        };
        /** @description Where a cluster lies. */
        ClusterCentre: {
            /** Format: int32 */
            cluster: number;
            /** Format: int64 */
            customers: number;
            /** Format: double */
            x: number;
            /** Format: double */
            y: number;
        };
        /** @description Customers and the clusters a model puts them in, on a plane. The axes are the first two principal components of the model's numbers, standardised and of those it reads as logarithms their logarithms; only customers who are shown count for them. */
        ClusterMap: {
            /**
             * Format: date-time
             * @description the instant for which the base was decided
             */
            asOf: string;
            /** @description two */
            axes: components["schemas"]["MapAxis"][];
            /** @description the mean of the customers shown, by number of the cluster */
            centres: components["schemas"]["ClusterCentre"][];
            /** @description a number for each customer shown, the model's own */
            cluster: number[];
            /**
             * Format: int64
             * @description of the base
             */
            customers: number;
            /** @description the features that were asked for */
            pairs: components["schemas"]["MapFeature"][];
            /** @description a number for each customer shown */
            x: number[];
            /** @description a number for each customer shown */
            y: number[];
        };
        ClusterShares: {
            /** Format: int32 */
            cluster: number;
            /** @description by the order of the inputs: how much nearer each brings its customers to this cluster than to the next */
            meanShares: number[];
            /** Format: int32 */
            rows: number;
        };
        /** @description An attribute or feature. */
        ColumnChoice: {
            description: string;
            label: string;
            /** @description attributes it is computed from, itself when it is one; FittedFeatures#TRANSACTIONS stands for all that purchases give. An input gives a target away when both are made of the same */
            madeOf: string[];
            name: string;
            /**
             * @description ATTRIBUTE or FEATURE
             * @enum {string}
             */
            origin: "ATTRIBUTE" | "FEATURE" | "SCORE" | "TABLE" | "SEGMENT";
            /** @description whether its values say who a customer is */
            personal: boolean;
            /** @enum {string} */
            type: "NUMBER" | "TEXT" | "YES_NO";
            unit: string;
        };
        /** @description A version of the score that a row is about. */
        ComparedModel: {
            hash: string;
            trainer: string;
            version: string;
        };
        ComparisonView: {
            /**
             * Format: date-time
             * @description the instant of the base that was counted
             */
            asOf: string;
            challenger: components["schemas"]["ArmView"];
            champion: components["schemas"]["ArmView"];
            difference: components["schemas"]["MeanView"];
            /**
             * Format: int32
             * @description of the challenger's customers, those whom the champion would have given another first action
             */
            otherAction: number;
            /**
             * Format: int32
             * @description of the challenger's customers, those whom the champion would have given another segment
             */
            otherSegment: number;
            /**
             * Format: int32
             * @description of the challenger's customers, those for whom the champion would have decided another segment or first action
             */
            otherwise: number;
            sampleRatio: components["schemas"]["SampleRatioView"];
        };
        /** @description How many customers of the base meet a condition, and who they are. */
        ConditionCount: {
            /**
             * Format: date-time
             * @description the instant of the base that was counted
             */
            asOf: string;
            /** @description in the strategy's order, segments without such customers left out */
            bySegment: components["schemas"]["SegmentCount"][];
            /**
             * Format: double
             * @description sum of the value score over those who have one, in its unit
             */
            clv: number;
            /** Format: int32 */
            customers: number;
            /**
             * Format: int64
             * @description what counting took in the server
             */
            millis: number;
            /** @description a few of them */
            sample: components["schemas"]["CountedSampleCustomer"][];
            /**
             * Format: double
             * @description of the base, 0..1
             */
            share: number;
            /**
             * Format: int32
             * @description customers in the base
             */
            total: number;
        };
        /** @description Whether the customer may be contacted; a missing answer is not allowed. */
        ConsentView: {
            allowed: boolean;
            channel: string;
        };
        ContactBatch: {
            /** @description at most 10,000 */
            contacts?: components["schemas"]["ToldContact"][] | null;
            /** @description whether nothing is recorded; by default no */
            validateOnly?: boolean | null;
        };
        ContactLimit: {
            channel: string;
            /**
             * Format: double
             * @description share by which the customers grow whose first action is on the channel; 1 = twice as many
             */
            increase: number;
        };
        /** @description What the first actions of a simulation cost and by which channels they go, each under the catalogue of its own strategy. Counted from the exact transitions, so simulations of any age have it. */
        ContactLoad: {
            /** @description that anybody has a first action on, in the order of the strategy after, then those only the strategy before has */
            channels: components["schemas"]["ByChannel"][];
            /**
             * Format: int64
             * @description the same under the strategy after
             */
            contactedAfter: number;
            /**
             * Format: int64
             * @description customers whose first action is another than the fallback
             */
            contactedBefore: number;
            /**
             * Format: double
             * @description the same under the strategy after
             */
            costAfter: number;
            /**
             * Format: double
             * @description sum of the costs of all first actions, in the currency; already taken off their expected values
             */
            costBefore: number;
            /**
             * Format: int64
             * @description the same under the strategy after
             */
            suppressedAfter: number;
            /**
             * Format: int64
             * @description customers from whom the contact policy keeps an action that they would get otherwise
             */
            suppressedBefore: number;
        };
        /** @description What became of a batch. */
        ContactOutcome: {
            /**
             * Format: int32
             * @description contacts that had been recorded before
             */
            known: number;
            /** Format: int32 */
            received: number;
            /**
             * Format: int32
             * @description contacts that are new
             */
            recorded: number;
            /** @description the others, each with why */
            refused: components["schemas"]["RefusedContact"][];
        };
        /** @description How often customers may be contacted. */
        ContactPolicyView: {
            /** @description names of the actions that no limit holds back and none counts */
            exempt: string[];
            limits: components["schemas"]["LimitView"][];
        };
        /** @description A contact with the customer. */
        ContactView: {
            /** @description id; empty = none of ours */
            action: string;
            /** Format: date-time */
            at: string;
            channel: string;
            id: string;
            /** @enum {string} */
            source: "API" | "IMPORT" | "AUDIENCE" | "DESK";
        };
        ContactsView: {
            /** @description the last 50, latest first */
            items: components["schemas"]["ContactView"][];
        };
        /** @description A challenger against the champion on the same customers, from whom neither has learned. The challenger has won when it is not worse beyond chance allowed for, and honest in total: of 2,000 draws of whole groups with replacement, both models measured on the same draw, the 97.5 % point of the difference of their losses must not be above the tolerance. The loss of an amount is the Tweedie deviance of power 1.5, 4 (root m - root y)^2 / root m for a prediction m > 0 and an outcome y >= 0 (Jorgensen, The Theory of Dispersion Models, Chapman and Hall 1997), because amounts are mostly zero and otherwise skewed; when one of the two models predicts amounts of 0 or less, it is the root of the mean squared error. It is never the mean absolute error, which prefers the model that predicts nothing for everybody. The loss of a probability is the logarithmic one, probabilities held within a millionth of 0 and 1. A total more than 10 % off loses when its 99 % interval leaves 0 out; an expected calibration error above 0.05 loses when 99 in 100 sets of outcomes drawn by the challenger's own probabilities have a smaller one. Without the second half of each, chance alone makes an honest model lose on a few hundred customers. */
        Contest: {
            /**
             * Format: double
             * @description of the challenger: sum predicted / sum that came true - 1; null = nothing came true to divide by
             */
            bias: number | null;
            /**
             * Format: double
             * @description of the challenger; null = amounts have none
             */
            calibrationError: number | null;
            /**
             * Format: double
             * @description its loss
             */
            challenger: number;
            /**
             * Format: double
             * @description its loss
             */
            champion: number;
            /**
             * Format: int64
             * @description on whom both were measured
             */
            customers: number;
            /**
             * Format: double
             * @description upper end of it, which decides; null = not enough data
             */
            high: number | null;
            /** @description tweedie_deviance, rmse or log_loss; smaller is better */
            loss: string;
            /**
             * Format: double
             * @description lower end of the 95 % interval of challenger's loss - champion's; null = not enough data
             */
            low: number | null;
            /** @enum {string} */
            outcome: "WON" | "LOST" | "NOT_ENOUGH_DATA";
            /** @description why it won or lost, one sentence each */
            reasons: string[];
            /**
             * Format: double
             * @description by how much the challenger's loss may be larger, in the unit of the loss
             */
            tolerance: number;
        };
        CountRequest: {
            /** @description the condition tree */
            condition: unknown;
        };
        /** @description One of the customers counted. */
        CountedSampleCustomer: {
            /**
             * Format: double
             * @description the risk score, 0..1; null = none
             */
            churnRisk: number | null;
            /**
             * Format: double
             * @description the value score; null = none
             */
            clv: number | null;
            id: string;
            /** @description null = unknown */
            name: string | null;
        };
        /** @description A segment or an action. */
        CoveredRule: {
            /**
             * Format: int32
             * @description in the segment, or those who pass the action's engagement rule
             */
            customers: number;
            /**
             * Format: int32
             * @description that expect it and whose customer it decides
             */
            examples: number;
            id: string;
            /**
             * Format: double
             * @description sum of the value score over those, in its unit
             */
            value: number;
        };
        /** @description A decision table, row by row. */
        CoveredTable: {
            /** @description for each row those it decides */
            customers: number[];
            /** @description for each row those whose customer it decides */
            examples: number[];
            name: string;
            otherwise: components["schemas"]["CoveredRule"];
            /** @description for each row the sum of the value score over those, in its unit */
            values: number[];
        };
        /** @description What somebody signs in with. */
        Credentials: {
            password: string;
            username: string;
        };
        /** @description A customer in a list. */
        CustomerRow: {
            /** Format: double */
            churnRisk: number | null;
            /** Format: double */
            clv: number | null;
            id: string;
            /** @description null = unknown, or not for the caller */
            name: string | null;
            /** @description null = not decided yet, as are the members after it */
            segment: string | null;
            topAction: string | null;
        };
        /** @description One customer. */
        CustomerView: {
            attributes: components["schemas"]["AttributeView"][];
            consents: components["schemas"]["ConsentView"][];
            /** @description the latest decision with its reasons; null = never decided */
            decision: {
                [key: string]: unknown;
            } | null;
            id: string;
            /** Format: date-time */
            importedAt: string;
            /** @description null = unknown, or not for the caller */
            name: string | null;
            purchases: components["schemas"]["PurchasesView"];
            /** @description the last ones, newest first */
            transactions: components["schemas"]["Transaction"][];
        };
        /** @description Customers whom a segment above takes. */
        CustomersTaken: {
            /** Format: int32 */
            customers: number;
            segment: string;
        };
        /** @description What a version decided for one customer, with the others of its strategy. */
        DecidedBy: {
            /** @description name of the one ranked first; empty = none was recommended */
            action: string;
            /**
             * Format: date-time
             * @description the instant for which the run decided
             */
            asOf: string;
            customerId: string;
            decisionId: string;
            /**
             * Format: double
             * @description what it gave; null = it could not score the customer
             */
            score: number | null;
            /** @description label of it */
            segment: string;
        };
        DecidedExample: {
            /** @description ids of those recommended, by rank */
            actions: string[];
            /** @description from what is expected, a sentence each; empty = the example is met */
            differences: string[];
            id: string;
            met: boolean;
            /** @description id of the one decided; empty = the customer cannot be read any more */
            segment: string;
        };
        /** @description Asks for one decision, about a customer of the base or about one brought along; exactly one of the two is given. */
        DecisionRequest: {
            /**
             * Format: date-time
             * @description the instant features are computed for; by default now
             */
            asOf?: string | null;
            /** @description a customer brought along */
            customer?: components["schemas"]["BroughtCustomer"] | null;
            /** @description id of a customer of the base */
            customerId?: string | null;
            /** @description whether the answer says why; by default yes */
            reasons?: boolean | null;
            /** @description whether the decision is logged, for a customer of the base only; by default no */
            store?: boolean | null;
        };
        /** @description What an uploaded file seems to hold. */
        DetectedView: {
            decimalSeparator: string;
            delimiter: string;
            encoding: string;
            headers: string[];
            /** @description target by header; null = not recognised */
            mapping: {
                [key: string]: string | null;
            };
            notices: string[];
            /** @description the first rows, as text, aligned with the headers */
            sampleRows: string[][];
            /** @description customers, transactions or contacts; null = none for sure */
            table: string | null;
        };
        /** @description Somebody's agreement to publish the content of a draft that is in review. */
        DraftApproval: {
            /** Format: date-time */
            at: string;
            /** @description user name */
            by: string;
            text: string;
        };
        /** @description A document by what changed since it was saved. */
        DraftChanges: {
            /** @description its id */
            draft: string;
            /** @description of the document (RFC 6902), e.g. to /tables/0/rows/3/when/1 */
            patch: components["schemas"]["PatchOperation"][];
            /**
             * Format: int32
             * @description that the patch was made from, one of those that are kept
             */
            revision: number;
        };
        DraftContent: {
            /** @description hash of the strategy the document changes */
            basedOn: string;
            /** @description whole, may be unfinished */
            document: unknown;
            name: string;
        };
        /** @description How many customers meet one condition of a draft. */
        DraftCount: {
            /**
             * Format: date-time
             * @description the instant of the base
             */
            asOf: string;
            /**
             * Format: int32
             * @description who meet it; null = the draft has problems, or models that have not scored the base
             */
            customers: number | null;
            /** @description those models */
            scoring: components["schemas"]["ModelScoring"][];
            /**
             * Format: int32
             * @description customers in the base
             */
            total: number;
        };
        /** @description Whom each rule of a draft decides in the base, and how many of the draft's examples stand for it. */
        DraftCoverage: {
            /** @description those with an engagement rule, in its order; null = not counted */
            actions: components["schemas"]["CoveredRule"][] | null;
            /**
             * Format: date-time
             * @description the instant of the base
             */
            asOf: string;
            /**
             * Format: int32
             * @description customers in a segment that an example is in
             */
            covered: number;
            /**
             * Format: int32
             * @description in the base
             */
            customers: number;
            /** @description what decides customers and no example stands for, those that touch most customers first; none of a draft without examples */
            findings: components["schemas"]["StrategyFinding"][];
            /** @description as long as there are some, nothing is counted */
            problems: components["schemas"]["StrategyProblem"][];
            /** @description models of the draft that have not scored the base: as long as there are some, nothing is counted either */
            scoring: components["schemas"]["ModelScoring"][];
            /** @description in the draft's order; null = not counted */
            segments: components["schemas"]["CoveredRule"][] | null;
            /** @description in the draft's order; null = not counted */
            tables: components["schemas"]["CoveredTable"][] | null;
        };
        /** @description The values of the term that a comparison of a draft asks for, and what every threshold would come to. */
        DraftDistribution: {
            /**
             * Format: date-time
             * @description the instant of the base
             */
            asOf: string;
            /**
             * Format: int32
             * @description in the base
             */
            customers: number;
            /** @description null = not counted */
            distribution: components["schemas"]["ThresholdDistribution"] | null;
            /** @description as long as there are some, nothing is counted */
            problems: components["schemas"]["StrategyProblem"][];
            /** @description models of the draft that have not scored the base: as long as there are some, nothing is counted either */
            scoring: components["schemas"]["ModelScoring"][];
        };
        /** @description Whom a draft would reach in the decided base, by the scores it holds; ranking and consent are left to a simulation. */
        DraftEffect: {
            /** @description those with an engagement rule, in its order; null = not counted */
            actions: components["schemas"]["ActionEffect"][] | null;
            /**
             * Format: date-time
             * @description the instant of the base
             */
            asOf: string;
            /**
             * Format: int32
             * @description in the base
             */
            customers: number;
            /** @description of contacts, in the draft's order; null = not counted */
            limits: components["schemas"]["LimitEffect"][] | null;
            /** @description as long as there are some, nothing is counted */
            problems: components["schemas"]["StrategyProblem"][];
            /** @description models of the draft that have not scored the base: as long as there are some, nothing is counted either */
            scoring: components["schemas"]["ModelScoring"][];
            /** @description in the draft's order; null = not counted */
            segments: components["schemas"]["SegmentEffect"][] | null;
            /** @description in the draft's order; null = not counted */
            tables: components["schemas"]["TableEffect"][] | null;
        };
        /** @description A step on the way to the live strategy, or a remark. */
        DraftEvent: {
            /** Format: date-time */
            at: string;
            by: string;
            /** @enum {string} */
            kind: "SUBMITTED" | "COMMENTED" | "CHANGES_ASKED" | "APPROVED" | "SCHEDULED" | "UNSCHEDULED" | "STOPPED" | "REOPENED" | "PUBLISHED" | "DISCARDED" | "RESTORED";
            /**
             * Format: int32
             * @description counted from 1
             */
            number: number;
            /** @description what a comment is about, e.g. segments/at_risk; null = the whole */
            place: string | null;
            /**
             * Format: int32
             * @description of the draft when it happened
             */
            revision: number;
            /** @description id of the one that showed the effect; null = none did */
            simulation: string | null;
            /** @description what was submitted, approved or published; null = the step is not about one content */
            strategyHash: string | null;
            text: string;
        };
        /** @description Which of its examples a draft meets. */
        DraftExamplesView: {
            /** @description in the draft's order; null = not decided */
            examples: components["schemas"]["DecidedExample"][] | null;
            /** @description as long as there are some, nothing is decided */
            problems: components["schemas"]["StrategyProblem"][];
        };
        /** @description What the authors of a draft hardly mean. */
        DraftFindings: {
            /**
             * Format: date-time
             * @description the instant of the base that was looked at
             */
            asOf: string;
            /** @description those that touch most customers first */
            findings: components["schemas"]["StrategyFinding"][];
            /** @description of tables, those that touch most customers first */
            gaps: components["schemas"]["TableGapView"][];
            /** @description places for which there was no time left */
            notExamined: string[];
            /** @description as long as there are some, nothing is looked for */
            problems: components["schemas"]["StrategyProblem"][];
            /** @description models of the draft that have not scored the base: as long as there are some, nothing is looked for either */
            scoring: components["schemas"]["ModelScoring"][];
        };
        DraftPresence: {
            /**
             * Format: int32
             * @description number of what happened to it last; 0 = nothing yet
             */
            lastEvent: number;
            /** @description names, as shown, of everybody else who has it open */
            others: string[];
            /**
             * Format: int32
             * @description the newest
             */
            revision: number;
        };
        /** @description A draft as it was saved once. */
        DraftRevision: {
            /** @description hash of the strategy it changed then */
            basedOn: string;
            /** @description see DraftDocument */
            document: unknown;
            /** Format: int32 */
            revision: number;
            /** Format: date-time */
            savedAt: string;
            savedBy: string;
        };
        DraftSimulation: {
            /**
             * Format: int64
             * @description customers who get another segment or first action; null = it has not finished
             */
            changed: number | null;
            /** Format: date-time */
            createdAt: string;
            /** @description limits that it goes beyond; empty also while it has not finished */
            excesses: components["schemas"]["Excess"][];
            finished: boolean;
            id: string;
            /** @description why what was simulated cannot be published now; null = it could */
            obstacle: string | null;
            /** @description what was simulated */
            strategyHash: string;
        };
        /** @description A draft among others. */
        DraftSummary: {
            basedOn: string;
            /** Format: int32 */
            basedOnVersion: number | null;
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            id: string;
            name: string;
            /** Format: int32 */
            revision: number;
            /**
             * Format: date-time
             * @description when it is to be published; null = it is not scheduled
             */
            scheduledFor: string | null;
            /** @enum {string} */
            state: "OPEN" | "IN_REVIEW" | "APPROVED" | "SCHEDULED" | "PUBLISHED" | "DISCARDED";
        };
        /** @description A draft as shown. */
        DraftView: {
            /** @description of the content in review; saving anything voids them */
            approvals: components["schemas"]["DraftApproval"][];
            /**
             * Format: int32
             * @description 2 when what was simulated goes beyond a limit
             */
            approvalsNeeded: number;
            /** @description user names of those who saved a revision: none of them may approve */
            authors: string[];
            /** @description hash of the strategy it changes */
            basedOn: string;
            /** Format: int32 */
            basedOnVersion: number | null;
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
            /** @description against the strategy it is based on, in words; empty while it cannot be read */
            changes: components["schemas"]["StrategyChange"][];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** @description its parts, each in the form of its file under rules/; may be unfinished; null = the caller has just saved it */
            document: unknown;
            /** @description the newest 200, in the order in which they happened; all of them page by page beside it */
            events: components["schemas"]["DraftEvent"][];
            id: string;
            liveHash: string;
            /** Format: int32 */
            liveVersion: number;
            /** @description that it brings in in the place of those of the strategy it is based on, and whether each may be published without a reason of its own */
            models: components["schemas"]["Challenger"][];
            name: string;
            problems: components["schemas"]["StrategyProblem"][];
            /**
             * Format: int32
             * @description also the ETag
             */
            revision: number;
            /** @description when it is to be published; null = it is not scheduled */
            schedule: components["schemas"]["ScheduleView"] | null;
            /** @description its newest one; null = none */
            simulation: components["schemas"]["DraftSimulation"] | null;
            /** @enum {string} */
            state: "OPEN" | "IN_REVIEW" | "APPROVED" | "SCHEDULED" | "PUBLISHED" | "DISCARDED";
            /** @description what it would be published as; null = there are problems */
            strategyHash: string | null;
            /** @description whether that one is live */
            upToDate: boolean;
        };
        /** @description How far the values of today are from a reference. */
        Drift: {
            /** @description the shares of both, what both distances are told from; empty = nothing to compare with */
            bins: components["schemas"]["Bin"][];
            /**
             * Format: int64
             * @description whose values were compared, those without a value included
             */
            customers: number;
            /** @description Kolmogorov-Smirnov distance of the known values; null = categories, or no known values */
            ks: components["schemas"]["Measure"] | null;
            /** @description population stability index; null = nothing to compare with */
            psi: components["schemas"]["Measure"] | null;
            /**
             * Format: int64
             * @description behind the reference
             */
            referenceCustomers: number;
            /**
             * @description the gravest of the distances
             * @enum {string}
             */
            verdict: "NOT_ENOUGH_DATA" | "STABLE" | "WATCH" | "DRIFT";
            /** @description how far values moved on average, as a share of what two customers of the reference differ by on average; null = categories, no known values, or the reference is one value */
            wasserstein: components["schemas"]["Measure"] | null;
        };
        DrlView: {
            /** @description generated, for reading only */
            drl: string;
            rule: string;
        };
        /** @description A curve or histogram. */
        EvidenceCurve: {
            name: string;
            points: number[][];
            x: string;
            y: string;
            z: string;
        };
        /** @description A figure of a row. */
        EvidenceFigure: {
            /**
             * Format: double
             * @description what it is compared with; null = nothing
             */
            baseline: number | null;
            /**
             * Format: double
             * @description upper end of the 95 % interval; null = there is none
             */
            high: number | null;
            /**
             * Format: double
             * @description lower end of the 95 % interval; null = there is none
             */
            low: number | null;
            name: string;
            /**
             * Format: double
             * @description null = it cannot be computed, e.g. of rows of one class
             */
            value: number | null;
        };
        /** @description One thing compared. */
        EvidenceRow: {
            /** @description the same ones in all rows of a table */
            figures: components["schemas"]["EvidenceFigure"][];
            label: string;
            /** @description that the row is about; null = it is about something else than a version of the score */
            model: components["schemas"]["ComparedModel"] | null;
            /**
             * @description of a row in a comparison of times; null = the table compares something else
             * @enum {string|null}
             */
            role: "AT_CUT" | "LATER" | "AT_CUT_KNOWING_TODAY" | "LATER_KNOWING_TODAY" | null;
            /** @description in words; may be empty */
            verdict: string;
        };
        /** @description A comparison. */
        EvidenceTable: {
            /** @description when the recipe was learned and measured again; null = the table compares something else */
            cut: components["schemas"]["TimeCut"] | null;
            /** @description the same for every model */
            name: string;
            rows: components["schemas"]["EvidenceRow"][];
            /** @description what is compared and how */
            title: string;
        };
        /** @description A limit that a simulation goes beyond. */
        Excess: {
            /** @description id of the channel that gets more contacts; null = the limit is not about one */
            channel: string | null;
            /** @enum {string} */
            kind: "SEGMENT_CHANGES" | "ACTION_CHANGES" | "VALUE_LOSS" | "COST_INCREASE" | "CONTACTS";
            /**
             * Format: double
             * @description as set; 0 for a channel that is new, which has no limit of its own
             */
            limit: number;
            /**
             * Format: double
             * @description as a share like the limit; null = there was nothing before that it could be a share of
             */
            measured: number | null;
            /** @description both in a sentence */
            text: string;
        };
        ExportFormat: {
            /** @description the file name's ending without the dot */
            extension: string;
            name: string;
        };
        ExportRequest: {
            channel?: string | null;
            /** @description beside the customer's id */
            columns: string[];
            /** @description whether everybody in the file counts as contacted by the channel; by default yes for a channel that customers consented to */
            countsAsContact?: boolean | null;
            format: string;
        };
        /** @description An export as it is shown. */
        ExportView: {
            channel: string | null;
            columns: string[];
            /** @description whether everybody in the file counts as contacted by the channel since it was written */
            countsAsContact: boolean;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description when the file is removed, or was
             */
            expiresAt: string | null;
            fileName: string | null;
            format: string;
            id: string;
            /**
             * Format: int64
             * @description customers in the file; null, like all that describes the file, = not written
             */
            rows: number | null;
            sha256: string | null;
            /** Format: int64 */
            sizeBytes: number | null;
            /** @enum {string} */
            state: "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
            strategyHash: string | null;
        };
        FeatureView: {
            description: string;
            label: string;
            name: string;
            /** @description how it is computed */
            sentence: string;
            unit: string;
        };
        /** @description One thing that is wrong with a request. */
        FieldProblem: {
            /** @description path in the body, e.g. customer.transactions[0].amount, or the name of a parameter */
            field: string;
            /** @description what was found and what is expected */
            message: string;
        };
        GroupRate: {
            /**
             * Format: int64
             * @description of whom it is true
             */
            customers: number;
            /** @description whether it differs from everybody else's by more than chance */
            differs: boolean;
            /**
             * Format: double
             * @description upper end
             */
            high: number;
            /**
             * Format: double
             * @description lower end of the 95 % interval of such a share by chance
             */
            low: number;
            /**
             * Format: double
             * @description 0 to 1
             */
            share: number;
        };
        GroupView: {
            after: components["schemas"]["GroupRate"];
            before: components["schemas"]["GroupRate"];
            /**
             * Format: int64
             * @description customers who get another segment or first action
             */
            changed: number;
            /** Format: int64 */
            customers: number;
            /** @description the value, or a band of values, in words */
            group: string;
            /**
             * Format: double
             * @description the same under the strategy tried
             */
            valueAfter: number;
            /**
             * Format: double
             * @description expected value of the first action per customer, in the currency
             */
            valueBefore: number;
        };
        GuardrailView: {
            file: string;
            name: string;
            /** @description what the operator wrote about it */
            sentence: string;
        };
        /** @description A challenger's contest with the champion of its time. */
        HeldContest: {
            challenger: string;
            champion: string;
            contest: components["schemas"]["Contest"];
            /** Format: date-time */
            heldAt: string;
            /** @description of the training that made the challenger */
            jobId: string;
            score: string;
        };
        HoldoutView: {
            /**
             * Format: double
             * @description of the base, 0..1
             */
            share: number;
        };
        /** @description A wish to import; exactly one of file and source is given. What is left out is told from the file. */
        ImportRequest: {
            decimalSeparator?: string | null;
            delimiter?: string | null;
            /** @description whether only to say what would happen */
            dryRun: boolean;
            encoding?: string | null;
            fileId?: string | null;
            /** @description target by header, over what the headers suggest; null as a target = leave the column out */
            mapping?: {
                [key: string]: string | null;
            } | null;
            source?: components["schemas"]["ImportSource"] | null;
            /** @description customers, transactions or contacts; null = whichever the headers fit */
            table?: string | null;
        };
        ImportSource: {
            /** @description name of the source, as GET /import-sources lists it */
            plugin: string;
        };
        /** @description An import as it is shown. */
        ImportView: {
            dryRun: boolean;
            /** @description why the import as a whole failed; null = it did not */
            error: string | null;
            /** @description the first hundred */
            errors: components["schemas"]["RowError"][];
            /** @description of the file or, for a source, its name */
            fileName: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description of the import and of its job */
            id: string;
            notices: string[];
            rows: components["schemas"]["RowCounts"];
            /** Format: date-time */
            startedAt: string | null;
            startedBy: string;
            /** @enum {string} */
            state: "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
            /** @description customers, transactions or contacts */
            table: string | null;
        };
        InputShare: {
            /**
             * Format: double
             * @description on the scale; above 0 raises the score
             */
            amount: number;
            input: string;
        };
        InputShares: {
            /**
             * Format: double
             * @description of the ranks of value and share, -1 to 1; null of a text, or when one is always the same
             */
            correlation: number | null;
            /**
             * Format: double
             * @description of the 95 % interval around it, from drawing customers
             */
            halfWidth: number;
            /** @description whether its values say who a customer is, so that neither parts nor points are shown */
            hidden: boolean;
            input: string;
            /**
             * Format: double
             * @description mean of the share without its sign, on the scale
             */
            meanSize: number;
            /** @description of the values, in their order */
            parts: components["schemas"]["SharesOfPart"][];
            /** @description at most 250 customers, the same ones for every input */
            points: components["schemas"]["SharePoint"][];
        };
        IntegrityReport: {
            audit: components["schemas"]["AuditVerification"];
            /** @description nothing is wrong */
            valid: boolean;
            /** @description how often each promise does not hold */
            violations: {
                [key: string]: number;
            };
        };
        /** @description A long piece of work. */
        Job: {
            /** Format: date-time */
            createdAt: string;
            /** @description what a running job does just now, in plain words; null = it does not say. Not stored */
            doing: string | null;
            /**
             * Format: int64
             * @description rows worked through
             */
            done: number;
            /** @description what went wrong and what to do; null = nothing */
            error: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            /** @description SHA-256 of the input, 64 hexadecimal digits */
            inputHash: string;
            /** @description what it does, e.g. IMPORT */
            kind: string;
            /** @description what it does, as shown */
            label: string;
            /** @description user name, API key name, or system */
            requestedBy: string;
            /** @description where the result is found; null = none */
            resultLink: string | null;
            /** Format: date-time */
            startedAt: string | null;
            /** @enum {string} */
            state: "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
            /**
             * Format: int64
             * @description rows in all; null = not known yet
             */
            total: number | null;
        };
        /** @description What one run over the whole base came to. Kept after each run so that the next can be compared with it. */
        KeyFigures: {
            /**
             * Format: int32
             * @description customers whose first action is not the fallback
             */
            actionsRecommended: number;
            /**
             * Format: date-time
             * @description when the run finished
             */
            at: string;
            /**
             * Format: double
             * @description a probability
             */
            atRiskThreshold: number;
            /**
             * Format: double
             * @description mean of the value score, in its unit; null = no customer has one
             */
            averageClv: number | null;
            /**
             * Format: double
             * @description share of the scored customers whose risk is at least atRiskThreshold; null = none has a score
             */
            churnRiskShare: number | null;
            /**
             * Format: int32
             * @description decided
             */
            customers: number;
            /**
             * Format: double
             * @description sum of value × risk over all customers, in the value score's unit
             */
            valueAtRisk: number;
        };
        /** @description A key as shown once. */
        KeyWithText: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** @description its text; null in the answer to a repeated request, because nobody keeps it: delete the key then, and make another */
            key: string | null;
            name: string;
            roles: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
        };
        /** @description A contact limit. */
        LimitEffect: {
            /**
             * Format: int32
             * @description who have reached it: it keeps an action that it is about from them today
             */
            customers: number;
            id: string;
            /**
             * Format: int32
             * @description customers who have reached it as it is live; null = it is not there
             */
            live: number | null;
            /** @description the limit in words */
            sentence: string;
        };
        /** @description A contact limit. */
        LimitView: {
            /**
             * Format: int32
             * @description who have reached it as of the base; null = not counted yet
             */
            customers: number | null;
            id: string;
            /** @description the limit in words */
            sentence: string;
        };
        /** @description How much a publication may change before a second approver must agree; null = as much as it likes. */
        LimitsView: {
            /**
             * Format: double
             * @description share of the customers who get another first action, 0..1
             */
            actionChanges: number | null;
            /** Format: date-time */
            changedAt: string | null;
            changedBy: string | null;
            contacts: components["schemas"]["ContactLimit"][];
            /**
             * Format: double
             * @description share by which the cost of all first actions grows; 1 = twice as much
             */
            costIncrease: number | null;
            reason: string | null;
            /**
             * Format: int32
             * @description also the ETag; 0 = nobody has set any yet
             */
            revision: number;
            /**
             * Format: double
             * @description share of the customers who get another segment, 0..1
             */
            segmentChanges: number | null;
            /**
             * Format: double
             * @description share by which the expected value of all first actions falls, 0..1
             */
            valueLoss: number | null;
        };
        LiveVersion: {
            hash: string;
            /** Format: date-time */
            publishedAt: string;
            shortHash: string;
            /**
             * Format: int32
             * @description publication number
             */
            version: number;
        };
        /** @description A version by what it is called, without its card. */
        MadeVersion: {
            /** Format: date-time */
            createdAt: string;
            hash: string;
            score: string;
            version: string;
        };
        MapAxis: {
            /**
             * Format: double
             * @description share of the spread of the numbers, 0..1
             */
            explained: number;
            weights: components["schemas"]["MapWeight"][];
        };
        /** @description A feature. */
        MapFeature: {
            name: string;
            values: (number | null)[];
        };
        /** @description How much a feature counts for an axis. */
        MapWeight: {
            feature: string;
            /** Format: double */
            weight: number;
        };
        /** @description A mean, or a difference of means, with its 95 % confidence interval. */
        MeanView: {
            /** Format: double */
            high: number | null;
            /**
             * Format: double
             * @description null = of fewer than two customers
             */
            low: number | null;
            /**
             * Format: double
             * @description null = nobody was decided
             */
            mean: number | null;
        };
        /** @description A distance between two distributions. */
        Measure: {
            /**
             * Format: double
             * @description upper end
             */
            high: number;
            /**
             * Format: double
             * @description lower end of the 95 % interval of the distance between the populations behind both samples
             */
            low: number;
            /**
             * Format: double
             * @description what a distance between two samples of the same population exceeds once in a hundred times
             */
            noise: number;
            /**
             * Format: double
             * @description 0 = equal
             */
            value: number;
            /** @enum {string} */
            verdict: "NOT_ENOUGH_DATA" | "STABLE" | "WATCH" | "DRIFT";
        };
        /** @description One subject in one run. */
        MeasurementView: {
            /** Format: date-time */
            at: string;
            drift: components["schemas"]["Drift"];
            /** @description of the model whose card is the reference; null = the run before is */
            modelHash: string | null;
            /** @description the job that decided for the whole base */
            runId: string;
        };
        /** @description Against the run before. */
        MixDrift: {
            drift: components["schemas"]["Drift"];
            /** @description labels of the segments or actions */
            groups: components["schemas"]["MonitoredGroup"][];
            recent: components["schemas"]["RecentPsi"][];
            subject: string;
        };
        /** @description What became of logging one trained model. */
        MlflowEntry: {
            /** Format: date-time */
            at: string;
            /** @description the training */
            job: string;
            /** @description hash of the version */
            model: string;
            /** @description why it was not logged; null = it was */
            problem: string | null;
            /** @description of MLflow; null = it was not logged */
            runId: string | null;
            score: string;
        };
        /** @description What the inputs of a version add to the scores of our customers. */
        ModelAttributions: {
            /**
             * Format: date-time
             * @description the instant the customers' features were computed for
             */
            asOf: string;
            /**
             * Format: double
             * @description what the model says on average over its training rows, on the scale
             */
            baseline: number | null;
            /**
             * Format: double
             * @description the same as a score; null of clusters
             */
            baselineScore: number | null;
            /** @description why nothing is known; null = it is */
            because: string | null;
            /** @description of a clustering, by number; else empty */
            clusters: components["schemas"]["ClusterShares"][];
            /**
             * Format: int32
             * @description in the base
             */
            customers: number;
            /**
             * Format: int32
             * @description those drawn who have a score that can be explained
             */
            explained: number;
            /** @description the one that adds most first */
            inputs: components["schemas"]["InputShares"][];
            /**
             * Format: int32
             * @description how many of them were drawn
             */
            rows: number;
            /**
             * @description on which shares add up: UNIT the score itself, LOG its logarithm, LOG_ODDS the logarithm of its odds, DISTANCE how much nearer the chosen cluster is than the next; null = nothing is known
             * @enum {string|null}
             */
            scale: "UNIT" | "LOG" | "LOG_ODDS" | "DISTANCE" | null;
            /**
             * Format: int64
             * @description of the draw
             */
            seed: number;
        };
        /** @description What is known of a model: what it predicts, from what, how it was made and how good it honestly is. Lies as card.json beside the model and names its bytes by their hash. It holds no time of making, so that the same training gives the same card. */
        ModelCard: {
            data: components["schemas"]["TrainingData"];
            /** @description what the number means, with its horizon */
            description: string;
            evidence: components["schemas"]["ModelEvidence"];
            /** @description SHA-256 of the PMML bytes, 64 hexadecimal digits */
            hash: string;
            /** @description the features that the model reads */
            inputs: components["schemas"]["ModelInput"][];
            /** @enum {string} */
            kind: "AMOUNT" | "PROBABILITY" | "CLUSTER";
            /** @description as shown, e.g. Lifetime value */
            label: string;
            metrics: components["schemas"]["ModelMetric"][];
            /** @description what weakens trust, one sentence each */
            notices: string[];
            /** @description how the metrics were measured */
            protocol: string;
            /** @description name of the score, e.g. clv */
            score: string;
            scores: components["schemas"]["ReferenceDistribution"];
            /** Format: int64 */
            seed: number;
            /** @description of the trainer, chosen ones included */
            settings: {
                [key: string]: string;
            };
            /** @description name of the trainer; empty = made elsewhere */
            trainer: string;
            /** @description e.g. EUR per 12 months; empty for a probability or a cluster */
            unit: string;
            /** @description the folder below the score's */
            version: string;
        };
        ModelDrift: {
            hash: string;
            /** @description in the order of the model's card */
            inputs: components["schemas"]["SubjectDrift"][];
            label: string;
            score: string;
            scores: components["schemas"]["SubjectDrift"];
            version: string;
        };
        /** @description What a training found out beyond the metrics, as data to draw; docs/guides/models.md lists the tables and curves. */
        ModelEvidence: {
            /** @description at most 100 points each, e.g. calibration */
            curves: components["schemas"]["EvidenceCurve"][];
            /** @description reasons for doubt, the gravest first */
            findings: components["schemas"]["CardFinding"][];
            /** @description comparisons, e.g. with baselines or other settings */
            tables: components["schemas"]["EvidenceTable"][];
        };
        ModelFigures: {
            hash: string;
            kind: string;
            label: string;
            /** @description the model card's first figure; null = it has none */
            metric: components["schemas"]["ModelMetric"] | null;
            name: string;
            version: string;
        };
        /** @description A feature that the model reads. */
        ModelInput: {
            /** @description the attributes from which the file computes it; empty = it must be supplied to whoever scores */
            computedFrom: string[];
            name: string;
            reference: components["schemas"]["ReferenceDistribution"];
            /** @enum {string} */
            type: "NUMBER" | "TEXT";
            /**
             * Format: double
             * @description share of what the model explains that is lost without the feature; the protocol says how measured
             */
            use: number;
        };
        /** @description A quality figure with its 95 % interval. */
        ModelMetric: {
            /**
             * Format: double
             * @description the same figure of the simplest model; null = there is none
             */
            baseline: number | null;
            /**
             * Format: double
             * @description null = no interval could be measured
             */
            high: number | null;
            /**
             * Format: double
             * @description null = no interval could be measured
             */
            low: number | null;
            name: string;
            /** Format: double */
            value: number;
        };
        /** @description What somebody wrote about a version. */
        ModelNote: {
            /** Format: date-time */
            at: string;
            by: string;
            text: string;
        };
        /** @description A model of a draft whose scores over the base are not there, so that nothing can be counted by them. */
        ModelScoring: {
            /**
             * Format: int64
             * @description in the base
             */
            customers: number;
            /**
             * Format: int64
             * @description customers that are scored
             */
            done: number;
            /** @description why they are not there; null = nothing failed */
            failure: string | null;
            hash: string;
            label: string;
            /** @description that it gives */
            score: string;
            /** @enum {string} */
            state: "SCORING" | "CANCELLED" | "FAILED";
            version: string;
        };
        /** @description One version of a model as a list shows it; all that is known of it is asked for by its hash. */
        ModelSummary: {
            /** @description CHAMPION when the live strategy pins it, CHALLENGER, SHADOW */
            aliases: string[];
            /** @description that it was put away; null = it was not, or it is in use */
            archived: components["schemas"]["Archived"] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            hash: string;
            /** @enum {string} */
            kind: "AMOUNT" | "PROBABILITY" | "CLUSTER";
            label: string;
            metrics: components["schemas"]["ModelMetric"][];
            /** @description of its score */
            name: string;
            promotion: components["schemas"]["PromotionStanding"];
            unit: string;
            version: string;
        };
        /** @description One version of a model, with all that is known of it. */
        ModelVersion: {
            /** @description CHAMPION when the live strategy pins it, CHALLENGER, SHADOW */
            aliases: string[];
            /** @description that it was put away; null = it was not, or it is in use */
            archived: components["schemas"]["Archived"] | null;
            card: components["schemas"]["ModelCard"];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            hash: string;
            /** @description names of the features it reads */
            inputs: string[];
            /** @enum {string} */
            kind: "AMOUNT" | "PROBABILITY" | "CLUSTER";
            label: string;
            metrics: components["schemas"]["ModelMetric"][];
            /** @description of its score */
            name: string;
            /** @description what somebody wrote about it; null = nothing */
            note: components["schemas"]["ModelNote"] | null;
            promotion: components["schemas"]["Promotion"];
            unit: string;
            version: string;
        };
        ModelView: {
            /** @description SHA-256 of the PMML bytes */
            hash: string;
            kind: string;
            label: string;
            name: string;
            unit: string;
            version: string;
        };
        /** @description A segment or an action. */
        MonitoredGroup: {
            label: string;
            name: string;
        };
        /** @description Drift as the last run left it. */
        MonitoringView: {
            /** @description shares of the actions ranked first; null = not measured yet */
            actions: components["schemas"]["MixDrift"] | null;
            /**
             * Format: date-time
             * @description when that run finished; null = no run has been measured yet
             */
            asOf: string | null;
            /** @description of the strategy under which the run decided */
            models: components["schemas"]["ModelDrift"][];
            /** @description of scores with what happened; null = no run waits for one */
            nextComparison: components["schemas"]["NextComparison"] | null;
            /** @description of each score the latest run whose 365 days are over, against what happened; empty = there is none */
            realised: components["schemas"]["RealisedScore"][];
            /**
             * Format: int32
             * @description how many runs the recent points go back, this one included
             */
            runs: number;
            /** @description shares of the segments; null = not measured yet */
            segments: components["schemas"]["MixDrift"] | null;
        };
        NearestChangeView: {
            /** @description name of the action that would be recommended first */
            firstAction: string;
            /**
             * Format: double
             * @description what it would be
             */
            score: number;
            /** @description label of the segment the customer would be in */
            segment: string;
            /**
             * Format: double
             * @description of the base's customers between now and then, 0 to 1, added up over the steps
             */
            share: number;
            /** @description one or two attributes that change */
            steps: components["schemas"]["ChangeStepView"][];
        };
        NearestChangesView: {
            /**
             * Format: date-time
             * @description the instant features were computed for
             */
            asOf: string;
            goals: components["schemas"]["ScoreGoalView"][];
        };
        NewAudience: {
            name: string;
            /** @description exactly one of segment, action and condition */
            source: unknown;
        };
        /** @description A contact that takes place now. */
        NewContact: {
            /** @description id of what is talked about; left out = none of ours */
            action?: string | null;
            /** @description id */
            channel: string;
        };
        NewContactLimit: {
            channel: string;
            /**
             * Format: double
             * @description share by which the customers grow whose first action is on the channel; 1 = twice as many
             */
            increase: number;
        };
        NewDraft: {
            name: string;
            /** @description hash of one whose content to begin with; null = the live one */
            strategy?: string | null;
        };
        NewExample: {
            /** @description whether all actions recommended are expected in this order, not only the one ranked first; by default no */
            allActions?: boolean | null;
            customerId: string;
            /** @description one sentence: what the customer is an example of */
            why: string;
        };
        /** @description A key that shall be made; without an end it lasts 90 days. */
        NewKey: {
            /** Format: date-time */
            expiresAt?: string | null;
            name: string;
            roles: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
        };
        NewLimits: {
            /**
             * Format: double
             * @description share of the customers who get another first action
             */
            actionChanges?: number | null;
            contacts?: components["schemas"]["NewContactLimit"][] | null;
            /**
             * Format: double
             * @description share by which the cost of all first actions grows; 1 = twice as much
             */
            costIncrease?: number | null;
            /** @description as the audit trail has it */
            reason: string;
            /**
             * Format: double
             * @description share of the customers who get another segment; null = no limit, as for the others
             */
            segmentChanges?: number | null;
            /**
             * Format: double
             * @description share by which the expected value of all first actions falls
             */
            valueLoss?: number | null;
        };
        NewPublication: {
            /** @description why a model that has not won against the champion decides all the same; null = it does not */
            overrideReason?: string | null;
            /** @description as the history of the strategy and the audit trail have it */
            reason: string;
            /**
             * Format: double
             * @description of the customers on whom it is tried as the challenger of the live strategy, 0.001 to 0.5 in steps of 0.001; left out = it is for everybody
             */
            share?: number | null;
        };
        NewSchedule: {
            /**
             * Format: date-time
             * @description in the future, at most 366 days from now
             */
            at: string;
            /** @description as for NewPublication */
            overrideReason?: string | null;
            /** @description as the history of the strategy and the audit trail have it */
            reason: string;
            /**
             * Format: double
             * @description of the customers on whom it is tried as the challenger, as for NewPublication; left out = it is for everybody
             */
            share?: number | null;
        };
        /** @description Somebody who shall be able to sign in. */
        NewUser: {
            disabled?: boolean | null;
            displayName: string;
            password: string;
            roles: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
            username: string;
        };
        /** @description The run whose scores are compared next with what happened. That takes a run over the base once its 365 days are over and transactions up to that day are known. */
        NextComparison: {
            /**
             * Format: date-time
             * @description when its 365 days are over
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description the instant for which it decided
             */
            runAsOf: string;
            /**
             * Format: date-time
             * @description until when transactions are known; null = there are none
             */
            transactionsUntil: string | null;
        };
        NextTraining: {
            /**
             * Format: date-time
             * @description from then on, at the next look that is taken every hour
             */
            dueAt: string;
            label: string;
            score: string;
        };
        NoteRequest: {
            /** @description empty takes the note away */
            text: string;
        };
        /** @description One thing that the plugin offers. */
        OfferedKind: {
            /** @enum {string} */
            kind: "CUSTOMER_SOURCE" | "AUDIENCE_EXPORTER" | "TRAINER";
            name: string;
            /** @description why it cannot be used as it is set up; empty = it can */
            problem: string;
        };
        /** @description What a model says about a record. */
        OpenscoringAnswer: {
            /** @description what each input adds, when it was asked for; null also when only the evaluator can say the score */
            attribution?: components["schemas"]["Attribution"] | null;
            /** @description as in the question */
            id?: string | null;
            /** @description why there are no results */
            message?: string | null;
            /** @description by the names of the model's targets and outputs; null when there is a message */
            results?: {
                [key: string]: Record<string, never> | null;
            } | null;
        };
        /** @description Records to score, each for itself. */
        OpenscoringBatch: {
            id?: string | null;
            requests: components["schemas"]["OpenscoringQuestion"][];
        };
        OpenscoringField: {
            dataType?: string | null;
            id: string;
            name?: string | null;
            opType?: string | null;
            /** @description categories or intervals; absent = any */
            values?: string[];
        };
        /** @description A model as Openscoring describes one. */
        OpenscoringModel: {
            id: string;
            /** @description e.g. regression; only when one model was asked for */
            miningFunction?: string | null;
            properties: components["schemas"]["OpenscoringProperties"];
            /** @description its fields; only when one model was asked for */
            schema?: components["schemas"]["OpenscoringSchema"] | null;
            /** @description e.g. Tree model; only when one model was asked for */
            summary?: string | null;
        };
        /** @description Every model, champions first. */
        OpenscoringModels: {
            responses: components["schemas"]["OpenscoringModel"][];
        };
        OpenscoringProperties: {
            /** Format: date-time */
            "created.timestamp"?: string;
            "file.checksum"?: string;
            /** Format: int32 */
            "file.size"?: number;
        };
        /** @description A record to score. */
        OpenscoringQuestion: {
            /** @description by the names of the model's input fields: numbers, texts, true, false; absent or null = missing */
            arguments: {
                [key: string]: Record<string, never> | null;
            };
            /** @description given back with the answer */
            id?: string | null;
        };
        OpenscoringSchema: {
            inputFields: components["schemas"]["OpenscoringField"][];
            outputFields: components["schemas"]["OpenscoringField"][];
            targetFields: components["schemas"]["OpenscoringField"][];
        };
        /** @description Key figures of the last run, and of the one before; null where nothing has been decided yet. */
        OverviewKpis: {
            /** Format: int32 */
            actionsRecommended: number | null;
            /** Format: double */
            atRiskThreshold: number;
            /** Format: double */
            averageClv: number | null;
            /** Format: double */
            churnRiskShare: number | null;
            previous: components["schemas"]["PreviousKpis"] | null;
            /** Format: double */
            valueAtRisk: number | null;
        };
        OverviewView: {
            actions: components["schemas"]["ActionFigures"][];
            /**
             * Format: date-time
             * @description the instant of the decided base; null = nothing has been decided yet
             */
            asOf: string | null;
            /**
             * Format: int64
             * @description in the base
             */
            customers: number;
            /**
             * Format: int32
             * @description of those, by the last run
             */
            decided: number;
            /** @description one entry per run, oldest first */
            history: components["schemas"]["KeyFigures"][];
            kpis: components["schemas"]["OverviewKpis"];
            models: components["schemas"]["ModelFigures"][];
            segments: components["schemas"]["SegmentFigures"][];
            strategy: components["schemas"]["LiveVersion"];
        };
        /** @description What may be chosen for one score. */
        OwnChoices: {
            /** @description that may be inputs, or what a target is made of */
            columns: components["schemas"]["ColumnChoice"][];
            /** @description such a score can have */
            targets: components["schemas"]["TargetChoice"][];
            /** @description that make such a score, with what can be set of each */
            trainers: components["schemas"]["TrainerSettings"][];
        };
        /** @description A recipe that somebody brings for one training. */
        OwnRecipe: {
            /** @description names of attributes and features the model may read */
            features: string[];
            /** @description one that is known; several recipes of one score compete, and have the same target */
            score: string;
            /** @description of the trainer, by name; null = the usual ones */
            settings?: {
                [key: string]: string;
            } | null;
            target: components["schemas"]["OwnTarget"];
            /** @description name of one that makes such a score */
            trainer: string;
        };
        /** @description What is learned. */
        OwnTarget: {
            /** @description over attributes and features, for CONDITION */
            condition?: unknown;
            /** @enum {string} */
            kind: "SPEND" | "CHURN" | "NONE" | "ATTRIBUTE" | "CONDITION";
            /** @description name of a number, for ATTRIBUTE */
            of?: string | null;
            /** @description the target in words; what a request says here is not read */
            sentence?: string | null;
        };
        /** @description Some of a list's items. */
        PageApiKey: {
            items: components["schemas"]["ApiKey"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageAudienceView: {
            items: components["schemas"]["AudienceView"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageAuditEvent: {
            items: components["schemas"]["AuditEvent"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageChangeView: {
            items: components["schemas"]["ChangeView"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageCustomerRow: {
            items: components["schemas"]["CustomerRow"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageDecidedBy: {
            items: components["schemas"]["DecidedBy"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageDraftEvent: {
            items: components["schemas"]["DraftEvent"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageDraftSummary: {
            items: components["schemas"]["DraftSummary"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageExportView: {
            items: components["schemas"]["ExportView"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageImportView: {
            items: components["schemas"]["ImportView"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageJob: {
            items: components["schemas"]["Job"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageModelSummary: {
            items: components["schemas"]["ModelSummary"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PagePinnedIn: {
            items: components["schemas"]["PinnedIn"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PagePublication: {
            items: components["schemas"]["Publication"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageSimulationSummary: {
            items: components["schemas"]["SimulationSummary"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageTrainingView: {
            items: components["schemas"]["TrainingView"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description Some of a list's items. */
        PageUser: {
            items: components["schemas"]["User"][];
            /** @description asks for the items after these; null = these are the last */
            nextCursor: string | null;
            /**
             * Format: int64
             * @description of the whole list; null = not counted
             */
            total: number | null;
        };
        /** @description A segment or a first action. */
        PartView: {
            /** Format: int32 */
            customers: number;
            id: string;
            label: string;
            /**
             * Format: double
             * @description of the arm's customers, 0..1
             */
            share: number;
        };
        /** @description One's own old and new password. */
        PasswordChange: {
            currentPassword: string;
            newPassword: string;
        };
        PatchOperation: {
            /** @description add, remove, replace or test */
            op: string;
            /** @description a JSON pointer (RFC 6901), e.g. /tables/0/rows/3/when/1 */
            path: string;
            /** @description of add, replace and test */
            value?: unknown;
        };
        /** @description A publication of strategies of which one pins the model. */
        PinnedIn: {
            /**
             * Format: int32
             * @description whose latest decision of a run is of this publication; 0 = a run decided them anew since
             */
            customers: number;
            /**
             * Format: date-time
             * @description the instant for which it did so last; null = never
             */
            lastRun: string | null;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            reason: string;
            /**
             * Format: int32
             * @description how often it decided for the whole base
             */
            runs: number;
            strategy: string;
            /**
             * Format: date-time
             * @description when another one went live; null = it is live
             */
            until: string | null;
            /**
             * Format: int32
             * @description of the live strategy that it made
             */
            version: number;
        };
        PlaceInDraft: {
            basedOn: string;
            changes?: components["schemas"]["DraftChanges"] | null;
            /** @description whole; null = the changes tell it */
            document?: unknown;
            /** @description of a condition or comparison, as problems name it, e.g. segments/at_risk/when/all/1 */
            place: string;
        };
        /** @description A plugin as shown to administrators. */
        PluginDescription: {
            /** @description the plugin's own jar or jars and those of its libraries, comma-separated */
            jar: string;
            kinds: components["schemas"]["OfferedKind"][];
            name: string;
        };
        PreviewRequest: {
            /** @description whose consent is asked for; null = the source's own, if it has one */
            channel?: string | null;
            source: unknown;
        };
        PreviousKpis: {
            /** Format: int32 */
            actionsRecommended: number;
            /**
             * Format: date-time
             * @description when that run finished
             */
            asOf: string;
            /** Format: double */
            averageClv: number | null;
            /** Format: double */
            churnRiskShare: number | null;
            /** Format: int32 */
            customers: number;
            /** Format: double */
            valueAtRisk: number;
        };
        /** @description Why a request failed, as RFC 9457 says it. */
        Problem: {
            /** @description for programs */
            code: string;
            /** @description what was found, what expected, where */
            detail: string;
            /** @description every single finding with the field it is about; absent when the request as a whole is meant */
            errors?: components["schemas"]["FieldProblem"][];
            /** @description the likely reason; absent when there is no likely one */
            hint?: string | null;
            /**
             * Format: int32
             * @description of HTTP
             */
            status: number;
            /** @description the same for every occurrence of the code */
            title: string;
            /** @description /problems/<code> */
            type: string;
        };
        /** @description What the console says about the installation. */
        Product: {
            /**
             * Format: double
             * @description from which risk a customer counts as at risk, 0..1
             */
            atRiskThreshold: number;
            /** @description of all amounts of money, e.g. EUR */
            currency: string;
            /** @description how numbers and dates are written, e.g. en-IE */
            locale: string;
            name: string;
            /** @description name of the score that says how likely a customer leaves, e.g. churn_risk */
            riskScore: string;
            /** @description name of the score that says what a customer is worth, e.g. clv */
            valueScore: string;
            /** @description of the jar; development when it runs from classes */
            version: string;
        };
        /** @description Whether a version may become the champion. */
        Promotion: {
            /**
             * @description how far the figures of its card may be believed, those of a victory among them
             * @enum {string}
             */
            belief: "BELIEVED" | "IN_DOUBT" | "NOT_BELIEVED";
            /** @description hash of the model it met; null = it has met none */
            champion: string | null;
            /** @description the figures; null = there are none */
            contest: components["schemas"]["Contest"] | null;
            /** @description why they may not, a sentence each; empty = they may */
            doubts: string[];
            /**
             * Format: date-time
             * @description when they met; null = they have not
             */
            heldAt: string | null;
            /** @description false = only with a reason of the approver's own, which is kept in the audit trail */
            mayBePromoted: boolean;
            /**
             * @description what is known of it
             * @enum {string}
             */
            state: "CHAMPION" | "WON" | "LOST" | "NOT_ENOUGH_DATA" | "WON_BEFORE" | "NOT_TESTED";
            /** @description why, in one or more sentences */
            text: string;
        };
        /** @description A promotion without its reasons. */
        PromotionStanding: {
            /** @enum {string} */
            belief: "BELIEVED" | "IN_DOUBT" | "NOT_BELIEVED";
            mayBePromoted: boolean;
            /** @enum {string} */
            state: "CHAMPION" | "WON" | "LOST" | "NOT_ENOUGH_DATA" | "WON_BEFORE" | "NOT_TESTED";
        };
        /** @description A row that could be added. */
        ProposedRowView: {
            /**
             * Format: int32
             * @description whom it would fit and nothing fits now
             */
            customers: number;
            /**
             * Format: int32
             * @description position of that row, from 0
             */
            nearest: number;
            /** @description the row in words */
            sentence: string;
            /** @description text, number or true/false for each output: what the nearest row gives, to be changed if something else is meant */
            then: Record<string, never>[];
            /** @description a test for each input, as text */
            when: string[];
        };
        /** @description A strategy going live, for everybody or together with another one that a share of the customers gets. */
        Publication: {
            /** @description tried on a share of the customers; null = none */
            challenger: components["schemas"]["ChallengerShare"] | null;
            /** Format: date-time */
            publishedAt: string;
            /** @description user name, or rules folder when the operator changed the files */
            publishedBy: string;
            reason: string;
            strategy: components["schemas"]["StrategyHash"];
            /**
             * Format: int32
             * @description counted from 1; the highest one is live
             */
            version: number;
        };
        PublicationRequest: {
            /** @description why a challenger that has not won against the champion, or under which an example is not met, is published all the same; null = it is not */
            overrideReason?: string | null;
            /** @description as the audit trail has it */
            reason: string;
        };
        /** @description Amounts in the currency of config.yml. */
        PurchasesView: {
            /** Format: date-time */
            firstPurchase: string | null;
            /** Format: double */
            grossAmount: number;
            /** Format: date-time */
            lastPurchase: string | null;
            /** Format: double */
            netAmount: number;
            /** Format: int32 */
            purchaseDays: number;
            /** Format: double */
            refundedAmount: number;
        };
        ReadTable: {
            /** @description by cell; empty = the table can be run */
            problems: components["schemas"]["CellProblem"][];
            /** @description in the form of cip.core.rule.DecisionTableJson; where it could not be read, as it stands in the cell */
            table: unknown;
        };
        /** @description What came of customers with at least some score. */
        RealisedCut: {
            /**
             * Format: int64
             * @description how many had it or more
             */
            above: number;
            /**
             * Format: int64
             * @description to how many of them it happened
             */
            happened: number;
            /**
             * Format: double
             * @description that score, 0..1
             */
            threshold: number;
        };
        /** @description One part of the customers. */
        RealisedDecile: {
            /**
             * Format: double
             * @description mean of what happened: an amount, or the share to whom it happened
             */
            actual: number;
            /** Format: int64 */
            customers: number;
            /**
             * Format: double
             * @description mean of the scores
             */
            predicted: number;
        };
        /** @description A figure with its 95 % interval, from drawing whole groups again 400 times. */
        RealisedFigure: {
            /**
             * Format: double
             * @description null = it could not be drawn
             */
            high: number | null;
            /**
             * Format: double
             * @description null = it could not be drawn
             */
            low: number | null;
            name: string;
            /** Format: double */
            value: number;
        };
        /** @description How good scores turned out to be once what they predicted has happened or not. */
        RealisedQuality: {
            /**
             * Format: int64
             * @description whose score and outcome are known
             */
            customers: number;
            /** @description of probabilities: what came of those with at least some score, every hundredth from 0 to 1; empty = of amounts, too few customers, or measured before cuts were kept */
            cuts: components["schemas"]["RealisedCut"][];
            /** @description ten parts with the same number of customers, by rising score; empty = too few customers, or measured before parts were kept */
            deciles: components["schemas"]["RealisedDecile"][];
            /** @description whether there are enough customers to tell: 100, and of probabilities 20 to whom it happened and 20 to whom not */
            enough: boolean;
            /** @description auc, brier, ece and bias of probabilities; bias, rmse and spearman of amounts; empty = too few customers */
            figures: components["schemas"]["RealisedFigure"][];
            /**
             * Format: int64
             * @description to how many of them it happened; null = an amount was predicted
             */
            happened: number | null;
        };
        /** @description What the scores of a past run turned out to be worth. */
        RealisedScore: {
            hash: string;
            /** @enum {string} */
            kind: "AMOUNT" | "PROBABILITY" | "CLUSTER";
            label: string;
            /** Format: date-time */
            measuredAt: string;
            /** @description the metrics on the card of the model that gave the scores */
            promised: components["schemas"]["ModelMetric"][];
            quality: components["schemas"]["RealisedQuality"];
            /**
             * Format: date-time
             * @description the instant for which that run decided; what is measured happened in the 365 days after it
             */
            runAsOf: string;
            score: string;
            unit: string;
            version: string;
        };
        /** @description What both models' scores of one run turned out to be worth, on the same customers. */
        RealisedShadow: {
            champion: components["schemas"]["RealisedQuality"];
            /** @description the version as challenger against the champion; null = too few customers */
            contest: components["schemas"]["Contest"] | null;
            /** Format: date-time */
            measuredAt: string;
            runId: string;
            shadow: components["schemas"]["RealisedQuality"];
        };
        RecentPsi: {
            /** Format: date-time */
            at: string;
            /**
             * Format: double
             * @description null = there was nothing to compare with
             */
            psi: number | null;
            /** @enum {string} */
            verdict: "NOT_ENOUGH_DATA" | "STABLE" | "WATCH" | "DRIFT";
        };
        RecentShadow: {
            /**
             * Format: int64
             * @description null = it failed
             */
            changed: number | null;
            /** Format: int64 */
            customers: number | null;
            /** Format: double */
            psi: number | null;
            /** Format: date-time */
            runAsOf: string;
            runId: string;
        };
        /** @description What is trained for a score. */
        RecipeView: {
            /** @description what can be set for one training, trainer by trainer */
            adjustable: components["schemas"]["TrainerSettings"][];
            /** @description why they do not; empty = they do */
            because: string;
            /**
             * Format: int64
             * @description it would learn from
             */
            customers: number;
            description: string;
            /** @description the candidates of any of them */
            features: string[];
            /** @enum {string} */
            kind: "AMOUNT" | "PROBABILITY" | "CLUSTER";
            label: string;
            own: components["schemas"]["OwnChoices"];
            /** @description whether the customers of now suffice for the first recipe */
            possible: boolean;
            score: string;
            target: string;
            /** @description names of those that compete, the first one first */
            trainers: string[];
        };
        /** @description How an input or a score was distributed when the model was trained: what later customers are compared with. */
        ReferenceDistribution: {
            /**
             * Format: double
             * @description share of the rows without a value, 0..1
             */
            missing: number;
            /** @description of a number: the values below which 0 %, 5 %, ... 100 % of the known ones lie; empty for categories */
            quantiles?: number[];
            /** @description of each category among the known values, 0..1; empty for a number */
            shares?: {
                [key: string]: number;
            };
        };
        RefusedContact: {
            field: string;
            reason: string;
            /**
             * Format: int32
             * @description from 0
             */
            row: number;
        };
        /** @description When models are trained again without anybody asking. */
        RetrainingPlan: {
            /**
             * Format: int64
             * @description age of a score's newest version that starts one; 0 = none does
             */
            everyDays: number;
            /** @description the scores that age starts, the earliest first; empty = nothing is due by age */
            next: components["schemas"]["NextTraining"][];
            /** @description whether a drifted input or score of a champion starts a training */
            onDrift: boolean;
        };
        ReviewComment: {
            /** @description what it is about, e.g. segments/at_risk; null = the whole */
            place?: string | null;
            text: string;
        };
        ReviewRefusal: {
            /** @description what has to be changed */
            text: string;
        };
        ReviewRemark: {
            /** @description what others should know about the step; may be empty */
            text: string;
        };
        RollbackRequest: {
            /**
             * Format: int32
             * @description the version the caller sees as live
             */
            expectedVersion: number;
            /** @description as the history of the strategy and the audit trail have it */
            reason: string;
        };
        /** @description What became of the rows of an import. */
        RowCounts: {
            /**
             * Format: int64
             * @description created + updated + unchanged, once they were compared with what is stored
             */
            accepted: number;
            /** Format: int64 */
            created: number;
            /**
             * Format: int64
             * @description all rows that hold something
             */
            read: number;
            /**
             * Format: int64
             * @description rows with at least one error
             */
            rejected: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            updated: number;
        };
        /** @description Why one row was not imported. */
        RowError: {
            /** @description as the file's header calls it; empty = the whole row */
            column: string;
            /**
             * Format: int64
             * @description the row began on, counted from 1
             */
            line: number;
            reason: string;
            /** @description what was found, shortened; a mask when it may be personal, for the report outlives the file */
            value: string;
        };
        RuleDrl: {
            /** @description generated, for reading only */
            drl: string;
            rule: string;
        };
        RuleOfDraft: {
            basedOn: string;
            changes?: components["schemas"]["DraftChanges"] | null;
            /** @description whole; null = the changes tell it */
            document?: unknown;
            /** @description id of a segment or an action, or the name of a table */
            rule: string;
        };
        RuleToExemplify: {
            /** @description whether all actions recommended are expected in this order, not only the one ranked first; by default no */
            allActions?: boolean | null;
            basedOn: string;
            changes?: components["schemas"]["DraftChanges"] | null;
            /** @description whole; null = the changes tell it */
            document?: unknown;
            /** @description of a rule that decides customers: segments/at_risk, engagement/win_back, tables/care/rows/3, or tables/care/otherwise for those whom no row fits */
            place: string;
            /** @description one sentence; null = the rule in words */
            why?: string | null;
        };
        /** @description Whether the challenger has as many customers as its share says. */
        SampleRatioView: {
            /** Format: double */
            chiSquare: number;
            /**
             * Format: double
             * @description customers that the share would give
             */
            expected: number;
            /** @description whether it is too large to be chance, so that the arms cannot be compared */
            off: boolean;
            /**
             * Format: double
             * @description probability of at least so large a difference by chance
             */
            p: number;
            text: string;
        };
        /** @description Two scores of many customers, for a picture. */
        Scatter: {
            points: components["schemas"]["ScatterPoints"];
            /** @description ids, in the strategy's order */
            segments: string[];
            /** @description names of the scores on the x and the y axis */
            terms: string[];
            /**
             * Format: int32
             * @description customers who have both scores; when more than the points, every n-th of them is shown
             */
            total: number;
        };
        /** @description One entry per point; segment is a position in the list of segments. */
        ScatterPoints: {
            segment: number[];
            x: number[];
            y: number[];
        };
        ScheduleView: {
            /** Format: date-time */
            at: string;
            /** @description user name of whoever scheduled it, and in whose name it is published */
            by: string;
            /** @description why models that have not won are published all the same; null = they are not */
            overrideReason: string | null;
            reason: string;
            /** Format: date-time */
            scheduledAt: string;
            /**
             * Format: double
             * @description of the customers on whom it is tried as the challenger; null = it is for everybody
             */
            share: number | null;
            /** @description id of the one that was repeated at the time because customers had changed; null = none was yet */
            simulation: string | null;
        };
        SchemaView: {
            attributes: components["schemas"]["Attribute"][];
            /** @description of all amounts, a code of three letters */
            currency: string;
            /** @description whether the caller's roles see names, contacts and other personal attributes */
            personalShown: boolean;
            transactionColumns: components["schemas"]["TransactionColumnView"][];
        };
        ScoreGoalView: {
            /** @description the nearest first; empty = nothing that customers of the base have gets there */
            changes: components["schemas"]["NearestChangeView"][];
            /** @description AMOUNT or PROBABILITY */
            kind: string;
            label: string;
            /**
             * Format: double
             * @description the score as it is
             */
            now: number;
            score: string;
            /**
             * @description BELOW or AT_LEAST the threshold
             * @enum {string}
             */
            side: "BELOW" | "AT_LEAST";
            /** Format: double */
            threshold: number;
            unit: string;
        };
        /** @description How far what comes true is from a score, as measured on rows that the model had not learned from. */
        ScoreIntervals: {
            /** @enum {string} */
            basis: "BY_LEVEL" | "SAME_FOR_ALL" | "OBSERVED_SHARE" | "NONE";
            /** @description of the score, ascending; one when the same holds for all, none when nothing is known */
            levels: components["schemas"]["ScoreLevel"][];
            /**
             * Format: int32
             * @description of an amount: the share of customers whom the bounds were to hold; of a probability: 95, that of the interval of the share; 0 = nothing is known
             */
            percent: number;
        };
        ScoreLevel: {
            /**
             * Format: double
             * @description share of customers whom the bounds held at least; null = the share to whom it happened is told
             */
            coverage: number | null;
            /**
             * Format: double
             * @description the lowest score of the level; of the first one lower scores too
             */
            from: number;
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /**
             * Format: double
             * @description share to whom it happened; null = of amounts
             */
            observed: number | null;
        };
        /** @description Customers of one segment. */
        SegmentCount: {
            /** Format: int32 */
            customers: number;
            label: string;
            name: string;
        };
        SegmentEffect: {
            id: string;
            /**
             * Format: int32
             * @description customers it reaches as it is live; null = it is not there
             */
            live: number | null;
            /**
             * Format: int32
             * @description customers who meet the condition
             */
            matching: number;
            /**
             * Format: int32
             * @description of those, who no segment above takes; of the last resort also everybody whom none matches
             */
            reached: number;
            /** @description its condition in words */
            sentence: string;
            /** @description who meets the condition and goes to a segment above */
            takenBy: components["schemas"]["CustomersTaken"][];
            /**
             * Format: double
             * @description sum of the value score over those reached, in its unit
             */
            value: number;
        };
        SegmentFigures: {
            /**
             * Format: double
             * @description sum of the value score, in its unit
             */
            clv: number;
            /** @description #rrggbb; empty = by its place */
            color: string;
            /** Format: int32 */
            customers: number;
            label: string;
            name: string;
        };
        SegmentView: {
            /**
             * Format: double
             * @description sum of their value scores; null = not counted yet
             */
            clv: number | null;
            color: string;
            condition: unknown;
            /**
             * Format: int32
             * @description decided into this segment; null = not counted yet
             */
            customers: number | null;
            description: string;
            label: string;
            name: string;
            sentence: string;
            /** Format: double */
            share: number | null;
        };
        /** @description What the decisions of a run would have been with the version in the champion's place. */
        ShadowResult: {
            champion: string;
            /** @description of the model that decided */
            championVersion: string;
            /** @description null = it failed */
            changes: components["schemas"]["ChangedDecisions"] | null;
            /** Format: date-time */
            comparedAt: string;
            /** @description why there is nothing to show; null = there is */
            failure: string | null;
            /**
             * Format: date-time
             * @description the instant for which it decided
             */
            runAsOf: string;
            /** @description the job that decided for the whole base */
            runId: string;
            /** @description how far the version's scores are from the champion's, of the same customers; null = it failed, or the numbers of clusters cannot be compared */
            scores: components["schemas"]["Drift"] | null;
        };
        /** @description A version beside the champion. */
        ShadowView: {
            hash: string;
            /** @enum {string} */
            kind: "AMOUNT" | "PROBABILITY" | "CLUSTER";
            label: string;
            /** @description of the last run that was compared; null = none has been */
            latest: components["schemas"]["ShadowResult"] | null;
            /** @description of the run that was measured last; null = it is not known yet what happened */
            realised: components["schemas"]["RealisedShadow"] | null;
            /** @description runs that were compared, oldest first */
            recent: components["schemas"]["RecentShadow"][];
            score: string;
            /** @description whether a comparison waits or goes on */
            underWay: boolean;
            unit: string;
            version: string;
            /** @description whether it is a shadow, so that every run compares it */
            watched: boolean;
        };
        ShareChange: {
            /**
             * Format: int32
             * @description the version the caller sees as live
             */
            expectedVersion: number;
            /** @description as the history of the strategy and the audit trail have it */
            reason: string;
            /**
             * Format: double
             * @description of the customers, 0.001 to 0.5 in steps of 0.001
             */
            share: number;
        };
        /** @description One customer, unnamed. */
        SharePoint: {
            /** Format: double */
            amount: number;
            /**
             * Format: double
             * @description of the value among those drawn, 0 = smallest, 1 = largest; null = missing, or a text
             */
            rank: number | null;
        };
        /** @description What the input adds for the customers with some of its values. */
        SharesOfPart: {
            /** @description of a text; null for other kinds */
            category: string | null;
            /**
             * Format: double
             * @description smallest number; null for other kinds
             */
            from: number | null;
            /**
             * Format: double
             * @description a tenth of the shares lie above
             */
            high: number;
            /** @enum {string} */
            kind: "RANGE" | "CATEGORY" | "OTHERS" | "MISSING";
            /**
             * Format: double
             * @description a tenth of the shares lie below
             */
            low: number;
            /**
             * Format: double
             * @description of their shares, on the scale
             */
            mean: number;
            /**
             * Format: int32
             * @description how many customers
             */
            rows: number;
            /**
             * Format: double
             * @description largest number; null for other kinds
             */
            to: number | null;
        };
        /** @description Who is signed in, and where. */
        SignedIn: {
            displayName: string;
            product: components["schemas"]["Product"];
            roles: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
            username: string;
        };
        /** @description A segment or an action. */
        SimulatedGroup: {
            label: string;
            name: string;
        };
        /** @description Somebody's agreement to publish what a simulation of models showed. */
        SimulationApproval: {
            /** Format: date-time */
            at: string;
            /** @description user name */
            by: string;
            text: string;
        };
        SimulationRequest: {
            /** @description hash of the model to try by the score it gives */
            models: {
                [key: string]: string;
            };
        };
        SimulationResult: {
            actions: components["schemas"]["TransitionMatrix"];
            /** Format: date-time */
            asOf: string;
            /**
             * Format: int64
             * @description those who get another segment or first action
             */
            changed: number;
            /**
             * Format: int64
             * @description decided under both strategies
             */
            customers: number;
            /** Format: date-time */
            finishedAt: string;
            /** @description how groups of customers fare by attributes that nobody can change, without those the caller may not see; empty also for simulations that did not count them */
            groups: components["schemas"]["AttributeGroups"][];
            load: components["schemas"]["ContactLoad"];
            segments: components["schemas"]["TransitionMatrix"];
            /** Format: double */
            valueAfter: number;
            /**
             * Format: double
             * @description sum of the expected values of the first actions, in the currency, their costs already taken off
             */
            valueBefore: number;
        };
        /** @description A simulation as a list shows it; all that it counted is asked for by its id. */
        SimulationSummary: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** @description id of the draft that is tried; null = the live strategy with other models */
            draft: string | null;
            id: string;
            label: string;
            /** @description hashes of the models it would bring in */
            models: string[];
            /** @description why it cannot be published now; null = it can */
            obstacle: string | null;
            /** @description null = it has not finished */
            result: components["schemas"]["SimulationTotals"] | null;
            strategyAfter: string;
            strategyBefore: string;
        };
        SimulationTotals: {
            /** Format: date-time */
            asOf: string;
            /**
             * Format: int64
             * @description those who get another segment or first action
             */
            changed: number;
            /**
             * Format: int64
             * @description decided under both strategies
             */
            customers: number;
            /** Format: date-time */
            finishedAt: string;
            /** Format: double */
            valueAfter: number;
            /**
             * Format: double
             * @description sum of the expected values of the first actions, in the currency, their costs already taken off
             */
            valueBefore: number;
        };
        /** @description A simulation as shown. */
        SimulationView: {
            /** @description of other models; those of a draft are found there */
            approvals: components["schemas"]["SimulationApproval"][];
            /**
             * Format: int32
             * @description of persons other than who publishes; 0 for a draft, which says it itself
             */
            approvalsNeeded: number;
            /** @description models it would bring in; one that may not be promoted needs a reason of its own to be published */
            challengers: components["schemas"]["Challenger"][];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** @description id of the draft that is tried; null = the live strategy with other models */
            draft: string | null;
            /** @description limits it goes beyond, so that another person has to approve; empty also while it has not finished */
            excesses: components["schemas"]["Excess"][];
            id: string;
            label: string;
            mayApprove: components["schemas"]["Allowance"];
            mayPublish: components["schemas"]["Allowance"];
            /** @description why it cannot be published now; null = it can */
            obstacle: string | null;
            /** @description null = it has not finished */
            result: components["schemas"]["SimulationResult"] | null;
            strategyAfter: string;
            strategyBefore: string;
            /** @description of the strategy simulated, a sentence each; some need a reason of their own too */
            unmetExamples: string[];
        };
        /** @description A source of a plugin. */
        SourcePlugin: {
            name: string;
        };
        /** @description One way in which a strategy differs from another one, in words. */
        StrategyChange: {
            /** @description in words; empty = it is not there any more */
            after: string;
            /** @description in words; empty = it was not there */
            before: string;
            /** @description as shown: condition; empty = the whole subject, which is new or gone */
            field: string;
            /** @description the part, and within it the id and the field as shown: segments/at_risk/condition, actions/early_access, holdout/share */
            place: string;
            /** @description whose field it is, as shown: Segment At-Risk */
            subject: string;
        };
        /** @description Something in a strategy that its authors hardly mean. */
        StrategyFinding: {
            /**
             * @description how it is known
             * @enum {string}
             */
            basis: "PROVEN" | "BASE";
            /**
             * Format: int32
             * @description of the base that it touches
             */
            customers: number;
            /** @enum {string} */
            kind: "CONTRADICTION" | "SHADOWED" | "DUPLICATE" | "ALWAYS_TRUE" | "NOBODY" | "OVERLAP" | "GAP" | "REDUNDANT" | "UNUSED_SEGMENT" | "UNUSED_OUTPUT" | "NO_EXAMPLE";
            /** @description in words, with the labels of the strategy */
            message: string;
            /** @description places it is about beside its own, e.g. the segment that takes everybody */
            others: string[];
            /** @description as of a cip.core.decide.StrategyProblem */
            place: string;
        };
        /** @description A strategy's version: the SHA-256 of its canonical JSON, 64 lower-case hexadecimal digits. */
        StrategyHash: {
            value: string;
        };
        /** @description What is wrong with one place of a strategy. */
        StrategyProblem: {
            /** @description what was found and what was expected, understood without the place */
            message: string;
            /** @description the part, then ids, then where in a condition: segments/at_risk/when/all/1, engagement/win_back_email/suitability, tables/care/rows/2/when/0, actions/early_access, holdout */
            place: string;
        };
        /** @description A strategy in words, with how many customers each part touches. */
        StrategyView: {
            actions: components["schemas"]["ActionView"][];
            arbitration: components["schemas"]["ArbitrationView"];
            /**
             * Format: date-time
             * @description the instant of the base that was counted; null = no base has been decided yet, so counts are null too
             */
            asOf: string | null;
            base: components["schemas"]["BaseView"];
            /** @description tried on a share of the customers, who are not counted here; null = none */
            challenger: components["schemas"]["ChallengerShare"] | null;
            channels: components["schemas"]["ChannelView"][];
            contact: components["schemas"]["ContactPolicyView"];
            /**
             * Format: int32
             * @description whom it decides for
             */
            customers: number | null;
            features: components["schemas"]["FeatureView"][];
            guardrails: components["schemas"]["GuardrailView"][];
            hash: string;
            holdout: components["schemas"]["HoldoutView"];
            models: components["schemas"]["ModelView"][];
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            segments: components["schemas"]["SegmentView"][];
            shortHash: string;
            tables: components["schemas"]["TableView"][];
            /**
             * Format: int32
             * @description publication number
             */
            version: number;
        };
        SubjectDrift: {
            drift: components["schemas"]["Drift"];
            label: string;
            name: string;
            /** @description against the same model, oldest first */
            recent: components["schemas"]["RecentPsi"][];
            /** @description what to ask the history for */
            subject: string;
        };
        /** @description Customers an audience chose but did not let out, each counted once, under the first reason that holds. */
        Suppressed: {
            /**
             * Format: int32
             * @description no longer in the base
             */
            gone: number;
            /**
             * Format: int32
             * @description left untouched to measure lift
             */
            heldOut: number;
            /**
             * Format: int32
             * @description did not say yes to the channel, as known when the file was written
             */
            noConsent: number;
        };
        TableEffect: {
            /** @description for each row the customers its tests hold for */
            matched: number[];
            name: string;
            /**
             * Format: int32
             * @description customers for whom no row holds
             */
            none: number;
            /** @description for each row the customers it counts for */
            rows: number[];
        };
        /** @description Customers to whom a table gives nothing. */
        TableGapView: {
            /**
             * Format: int32
             * @description of the base whom no row fits
             */
            customers: number;
            /** @description that would fit some of them and meet no row that is there, those that fit most first */
            rows: components["schemas"]["ProposedRowView"][];
            /** @description its name */
            table: string;
            /** @description why others cannot be fitted by a row, a sentence each */
            unwritten: string[];
        };
        TableOfDraft: {
            basedOn: string;
            changes?: components["schemas"]["DraftChanges"] | null;
            /** @description whole; null = the changes tell it */
            document?: unknown;
            /** @description name of a decision table of the document */
            table: string;
        };
        /** @description A decision table in words. */
        TableSentences: {
            /** @description what counts when several rows hold; empty = it has not the shape of a table yet */
            hitPolicy: string;
            /** @description what customers get for whom no row holds; empty = nothing */
            otherwise: string;
            /** @description one for each row; null = something is wrong with it */
            sentences: (string | null)[];
        };
        /** @description A decision table. */
        TableView: {
            /** @description for each row those it counts for; null = not counted yet */
            customers: number[] | null;
            /** @description what counts when several rows hold, in words */
            hitPolicy: string;
            label: string;
            name: string;
            /**
             * Format: int32
             * @description customers for whom no row holds; null = not counted yet
             */
            none: number | null;
            /** @description what customers get for whom no row holds; empty = nothing */
            otherwise: string;
            /** @description one for each row */
            sentences: string[];
            /** @description in the form of rules/tables.json */
            table: unknown;
        };
        /** @description A target. */
        TargetChoice: {
            /**
             * Format: date
             * @description day the inputs would be of; null = there is none
             */
            asOf: string | null;
            /** @description why they do not; empty = they do */
            because: string;
            /**
             * Format: int64
             * @description there would be to learn from
             */
            customers: number;
            /** @enum {string} */
            kind: "SPEND" | "CHURN" | "NONE" | "ATTRIBUTE" | "CONDITION";
            label: string;
            /** @description whether the customers of now suffice */
            possible: boolean;
        };
        TermView: {
            description: string;
            label: string;
            /** Format: double */
            maximum: number | null;
            /** Format: double */
            minimum: number | null;
            name: string;
            operators: ("EQUALS" | "NOT_EQUALS" | "LESS_THAN" | "AT_MOST" | "GREATER_THAN" | "AT_LEAST" | "BETWEEN" | "ONE_OF" | "NOT_ONE_OF" | "IS_MISSING" | "IS_PRESENT")[];
            /** @enum {string} */
            origin: "ATTRIBUTE" | "FEATURE" | "SCORE" | "TABLE" | "SEGMENT";
            /** @enum {string} */
            type: "NUMBER" | "TEXT" | "YES_NO";
            unit: string;
            /** @description the only texts that occur; empty = any */
            values: string[];
        };
        ThresholdBin: {
            /**
             * Format: int32
             * @description with such a value
             */
            customers: number;
            /** Format: double */
            high: number;
            /**
             * Format: double
             * @description belongs to it, high does not
             */
            low: number;
            /**
             * Format: int32
             * @description of those, who are reached if the comparison holds
             */
            others: number;
        };
        /** @description What a comparison with a threshold would come to wherever the threshold lay, over one base, for the whole decision. */
        ThresholdCurve: {
            /** @description of equal width */
            bins: components["schemas"]["ThresholdBin"][];
            /** @description at every edge of the bins */
            curve: components["schemas"]["ThresholdPoint"][];
            /**
             * Format: double
             * @description where the last bin ends; larger values are in it
             */
            high: number;
            /**
             * Format: double
             * @description where the first bin begins; smaller values are in it
             */
            low: number;
            /**
             * Format: int32
             * @description customers without one; no threshold makes the comparison hold for them
             */
            missing: number;
            now: components["schemas"]["ThresholdPoint"];
            /**
             * Format: int32
             * @description customers with a value of the term
             */
            present: number;
        };
        ThresholdDistribution: {
            label: string;
            /** @description one that has a threshold, e.g. AT_LEAST */
            operator: string;
            /** @description what precision and recall are measured on; null = nothing, and they are not known */
            outcomes: components["schemas"]["ThresholdOutcomes"] | null;
            /** @description that is compared */
            term: string;
            /**
             * Format: double
             * @description as the draft has it
             */
            threshold: number;
            unit: string;
            values: components["schemas"]["ThresholdCurve"];
        };
        ThresholdOutcomes: {
            /**
             * Format: int32
             * @description of whom it is known
             */
            customers: number;
            /** @description whose predictions came true or not */
            score: string;
            /** @description on whom and what it was measured, in words */
            text: string;
        };
        ThresholdPoint: {
            /**
             * Format: int64
             * @description customers of the base whose first action is not the fallback
             */
            contacts: number;
            /**
             * Format: double
             * @description of the first actions of the base, in the currency
             */
            cost: number;
            /**
             * Format: double
             * @description of the first actions of the base, their cost taken off
             */
            expectedValue: number;
            /**
             * Format: int64
             * @description customers for whom the comparison alone holds
             */
            meeting: number;
            /**
             * Format: double
             * @description of the comparison against what came true; null = not known
             */
            precision: number | null;
            /**
             * Format: int64
             * @description customers in the segment, or whose first action is the action
             */
            reached: number;
            /**
             * Format: double
             * @description likewise
             */
            recall: number | null;
            /** Format: double */
            threshold: number;
            /**
             * Format: double
             * @description sum of the value score over those reached, in its unit
             */
            value: number;
        };
        /** @description How a recipe was held out by time. */
        TimeCut: {
            /**
             * Format: int32
             * @description for how many
             */
            days: number;
            /** @description day as of which it was learned, e.g. 2025-06-30 */
            learned: string;
            /** @description features it was learned without, because only a later value of them is known */
            leftOut: string[];
            /** @description day from which on it was measured what customers did */
            measured: string;
        };
        /** @description One contact as somebody tells of it. */
        ToldContact: {
            /** @description id; null or empty = none of ours, e.g. a newsletter */
            action?: string | null;
            /**
             * Format: date-time
             * @description when; null = now
             */
            at?: string | null;
            /** @description id */
            channel?: string | null;
            customerId?: string | null;
            /** @description the sender's own, unique among the contacts with the customer; telling of it again changes nothing */
            id?: string | null;
        };
        /** @description What can be set of one recipe. */
        TrainerSettings: {
            /** @description the candidates */
            features: string[];
            /** @description trainers of the models that the model is the average of; empty = it is none */
            parts: string[];
            /** @description empty = nothing can be */
            settings: components["schemas"]["AdjustableSetting"][];
            trainer: string;
        };
        /** @description What the model was trained on. */
        TrainingData: {
            /** @description the instant as of which the features were computed, ISO-8601 */
            asOf: string;
            /**
             * Format: int32
             * @description how many customers
             */
            customers: number;
            /** @description SHA-256 over inputs, target and rows, so that other data cannot pass for these */
            hash: string;
            /** @description whether a fifth of the customers was kept out of the rows, to meet the champion on */
            heldBack: boolean;
            /**
             * Format: int32
             * @description how far the target looks ahead; 0 = it does not
             */
            horizonMonths: number;
            /** @enum {string} */
            origin: "OWN_CUSTOMERS" | "SYNTHETIC" | "ELSEWHERE";
            /**
             * Format: int32
             * @description how many rows were learned from; a customer can be shown more than once
             */
            rows: number;
            /** @description where the rows came from, in words */
            source: string;
            /** @description what was predicted, with its horizon */
            target: string;
        };
        TrainingRequest: {
            /** @description that are brought for this training; their scores are not trained by other recipes. null = none */
            recipes?: components["schemas"]["OwnRecipe"][] | null;
            /** @description to train by their recipes; may be empty when recipes is not */
            scores?: string[] | null;
            /**
             * Format: int64
             * @description of every random choice; null = the usual one
             */
            seed?: number | null;
            /** @description instead of those of the recipes: by score, then trainer, then name; null = those of the recipes. A refusal names settings.<score>.<trainer>.<name> */
            settings?: {
                [key: string]: {
                    [key: string]: {
                        [key: string]: string;
                    };
                };
            } | null;
        };
        /** @description A training. */
        TrainingView: {
            /** @description of the models it has made with the champions of that time; empty = there was none, or not yet */
            contests: components["schemas"]["HeldContest"][];
            job: components["schemas"]["Job"];
            /** @description what the scores are called, in their order */
            labels: string[];
            /** @description the versions that were registered while it ran, of the scores it is about */
            made: components["schemas"]["MadeVersion"][];
            /**
             * @description who or what started it
             * @enum {string}
             */
            reason: "MANUAL" | "SCHEDULE" | "DRIFT";
            /** @description that were brought for it; empty = those of the scores */
            recipes: components["schemas"]["OwnRecipe"][];
            scores: string[];
            /** @description it takes instead of those of the recipes: by score, then trainer, then name */
            settings: {
                [key: string]: {
                    [key: string]: {
                        [key: string]: string;
                    };
                };
            };
        };
        /** @description One purchase, or one refund or cancellation. */
        Transaction: {
            /**
             * Format: double
             * @description in the currency of config.yml; negative = refunded or cancelled; zero = a free item
             */
            amount: number;
            /** @description where it happened; empty = unknown */
            channel: string;
            /** Format: date-time */
            occurredAt: string;
            /** @description the source's own number, e.g. an invoice; unique per customer */
            reference: string;
        };
        TransactionColumnView: {
            label: string;
            name: string;
            /** @description whether a file must have the column */
            required: boolean;
        };
        TransitionCell: {
            /** Format: int64 */
            customers: number;
            from: string;
            to: string;
            /**
             * Format: double
             * @description the same under the strategy after
             */
            valueAfter: number;
            /**
             * Format: double
             * @description sum of the expected values of their first actions under the strategy before, in the currency
             */
            valueBefore: number;
        };
        TransitionMatrix: {
            /** @description who goes from where to where, those who stay included */
            cells: components["schemas"]["TransitionCell"][];
            groups: components["schemas"]["SimulatedGroup"][];
            /**
             * Format: int64
             * @description customers in another group than before
             */
            moved: number;
        };
        TypicalExample: {
            /** @description in the form of those in rules/examples.json */
            example: unknown;
        };
        /** @description A draft that need not be saved. */
        UnsavedDraft: {
            basedOn: string;
            changes?: components["schemas"]["DraftChanges"] | null;
            /** @description whole; null = the changes tell it */
            document?: unknown;
        };
        /** @description An uploaded file and what it seems to hold. */
        UploadedFile: {
            detected: components["schemas"]["DetectedView"];
            fileId: string;
            fileName: string;
            /** Format: int64 */
            sizeBytes: number;
        };
        /** @description Somebody who may sign in, as shown. */
        User: {
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            createdAt: string;
            disabled: boolean;
            displayName: string;
            roles: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[];
            username: string;
        };
        /** @description What shall change; absent = stays. */
        UserChange: {
            disabled?: boolean | null;
            displayName?: string | null;
            password?: string | null;
            roles?: ("ADMIN" | "MARKETER" | "APPROVER" | "AGENT" | "ANALYST")[] | null;
        };
        /** @description Every term, in the order in which they are offered. */
        VocabularyView: {
            terms: components["schemas"]["TermView"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
